import { expect, test } from 'vitest';
import { isUnreachable } from './RequestError.ts';
import { readRefusal, unreachable } from './readRefusal.ts';

const answer = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });

test('a refusal keeps its words, its problems and what finds it in the log', () => {
  const error = {
    code: 'blueprint-invalid',
    message: 'lab.yaml has a mistake.',
    problems: [{ message: 'memory has no unit', line: 14 }],
    requestId: 'r-1',
  };
  expect(readRefusal({ error }, answer(422))).toMatchObject({ ...error, status: 422 });
});

test('a proxy that cannot reach the server counts as the server being away', () => {
  expect(isUnreachable(readRefusal('Bad Gateway', answer(502)))).toBe(true);
  expect(isUnreachable(readRefusal(undefined, answer(404)))).toBe(false);
});

test('the header says when to try again, and the body has the last word', () => {
  const error = { code: 'rate-limited', message: 'Too many tries.' };
  const response = answer(429, { 'retry-after': '30' });
  expect(readRefusal({ error }, response).retryAfterSeconds).toBe(30);
  expect(
    readRefusal({ error: { ...error, retryAfterSeconds: 12 } }, response).retryAfterSeconds,
  ).toBe(12);
});

test('only what reads is said to be tried again by itself', () => {
  expect(unreachable().remedy).toMatch(/by itself/);
  expect(unreachable(undefined, 'POST').remedy).not.toMatch(/by itself/);
});
