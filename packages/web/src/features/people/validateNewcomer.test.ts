import { expect, test } from 'vitest';
import { validateNewcomer } from './validateNewcomer.ts';

const good = { name: 'Ada', login: 'ada', password: 'ten letters', email: '' };

test('a newcomer needs a name, a login and a password', () => {
  expect(validateNewcomer(good)).toEqual({});
  const nothing = { name: ' ', login: '', password: '', email: '' };
  expect(Object.keys(validateNewcomer(nothing))).toEqual(['name', 'login', 'password']);
});

test('names and logins may be of any script, with no spaces in a login', () => {
  expect(validateNewcomer({ ...good, name: 'محمد', login: '山田' })).toEqual({});
  expect(validateNewcomer({ ...good, login: 'a b' })).toHaveProperty('login');
});

test('a short password and half an e-mail address are told', () => {
  expect(validateNewcomer({ ...good, password: 'short' })).toHaveProperty('password');
  expect(validateNewcomer({ ...good, email: 'ada@' })).toHaveProperty('email');
});
