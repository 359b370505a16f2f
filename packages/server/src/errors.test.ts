import { errorCodes, LabcastError } from '@labcast/domain';
import { IncusError } from '@labcast/incus';
import { expect, test } from 'vitest';
import { describeError, httpStatus } from './errors.ts';

test('every error that a person can cause has a status of its own kind', () => {
  for (const code of errorCodes) {
    const described = describeError(new LabcastError(code, 'Text.', { remedy: 'Do.' }), 'r1');
    expect(described).toEqual({
      status: httpStatus[code],
      body: { error: { code, message: 'Text.', remedy: 'Do.', requestId: 'r1' } },
      isBug: false,
    });
  }
});

test('a mistake of ours tells the client where to look and nothing else', () => {
  const described = describeError(new Error('password=hunter2'), 'r2');
  expect(described).toMatchObject({ status: 500, isBug: true });
  expect(JSON.stringify(described.body)).not.toContain('hunter2');
  expect(JSON.stringify(described.body)).toContain('r2');
});

test('a 5xx status on a thrown error does not make its text public', () => {
  const error = Object.assign(new Error('inner'), { statusCode: 503 });
  expect(describeError(error, 'r')).toMatchObject({ status: 500, isBug: true });
});

test('what Fastify refuses keeps its status', () => {
  const error = Object.assign(new Error('Request body is too large'), { statusCode: 413 });
  expect(describeError(error, 'r')).toMatchObject({ status: 413, isBug: false });
});

test('Incus being away is told as that', () => {
  const described = describeError(new IncusError('unavailable', 'No socket.'), 'r');
  expect(described).toMatchObject({ status: 503, body: { error: { code: 'incus-unavailable' } } });
});
