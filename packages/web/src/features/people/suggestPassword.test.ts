import { expect, test } from 'vitest';
import { suggestPassword } from './suggestPassword.ts';

test('a suggested password is long, and none comes twice', () => {
  const some = Array.from({ length: 50 }, () => suggestPassword());
  for (const one of some) expect(one).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  expect(new Set(some).size).toBe(50);
});

test('random numbers that would prefer some letters are passed over', () => {
  let calls = 0;
  const unfairFirst = (bytes: number) => new Uint8Array(bytes).fill(calls++ === 0 ? 255 : 0);
  expect(suggestPassword(unfairFirst)).toBe('aaaa-aaaa-aaaa-aaaa');
});
