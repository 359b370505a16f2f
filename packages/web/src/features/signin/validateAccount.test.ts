import { expect, test } from 'vitest';
import { validateAccount } from './validateAccount.ts';

const good = { name: 'Staff 1', login: 'staff-1', password: 'a long password' };

test('an account with all that is needed has no fault', () => {
  expect(validateAccount(good)).toEqual({});
  expect(validateAccount({ ...good, name: 'مدرّس ٧' })).toEqual({});
});

test('every fault is found at once', () => {
  const faults = validateAccount({ name: '  ', login: 'Staff 1', password: 'short' });
  expect(Object.keys(faults)).toEqual(['name', 'login', 'password']);
});

test('a character outside the basic plane counts once', () => {
  expect(validateAccount({ ...good, password: '😀'.repeat(9) }).password).toBe(
    '1 character is missing.',
  );
});
