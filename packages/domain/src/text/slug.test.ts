import { expect, test } from 'vitest';
import { codeOfSlug, makeSlug } from './slug.ts';

test('a slug has the readable part of the name and the code', () => {
  expect(makeSlug('Networks 2', '4f2c', 'course')).toBe('networks-2-4f2c');
  expect(makeSlug('Réseaux & Sécurité', 'bcdf', 'course')).toBe('reseaux-securite-bcdf');
});

test('a name in another script or of digits alone still gives a slug that starts with a letter', () => {
  expect(makeSlug('ネットワーク', 'bcdf', 'course')).toBe('course-bcdf');
  expect(makeSlug('101', 'bcdf', 'assignment')).toBe('assignment-101-bcdf');
});

test('a slug is a name that assignments can have, however long the name is', () => {
  for (const name of ['x'.repeat(200), `${'x'.repeat(39)} - y`, '', '--', '\u202e']) {
    expect(makeSlug(name, 'bcdf', 'course')).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
  }
});

test('the code is found at the end of any slug, and only there', () => {
  expect(codeOfSlug('networks-2-4f2c')).toBe('4f2c');
  expect(codeOfSlug('4f2c')).toBe('4f2c');
  expect(codeOfSlug('webserver')).toBeUndefined();
  expect(codeOfSlug('4f2c-networks')).toBeUndefined();
});
