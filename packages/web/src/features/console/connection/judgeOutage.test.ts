import type { ElementStatus } from '@labcast/domain';
import { expect, test } from 'vitest';
import { RequestError } from '../../../api/RequestError.ts';
import { closeOutage } from './closeOutage.ts';
import { judgeOutage } from './judgeOutage.ts';

const web: ElementStatus = {
  name: 'web',
  kind: 'container',
  state: 'ready',
  addresses: [],
  instances: [],
};

test.each([
  ['ready', undefined],
  ['attention', undefined],
  ['unknown', undefined],
  ['starting', 'machine-busy'],
  ['waiting', 'machine-busy'],
  ['stopped', 'machine-stopped'],
  ['failed', 'machine-failed'],
  ['deleting', 'gone'],
] as const)('a console of a machine that is %s: %s', (state, kind) => {
  expect(judgeOutage({ elements: [{ ...web, state }] }, 'web')?.kind).toBe(kind);
});

test('why a machine failed is told', () => {
  const elements: ElementStatus[] = [{ ...web, state: 'failed', reason: 'The disk is full.' }];
  expect(judgeOutage({ elements }, 'web')).toEqual({
    kind: 'machine-failed',
    reason: 'The disk is full.',
  });
});

test('an element that is not in the lab any more is gone', () => {
  expect(judgeOutage({ elements: [web] }, 'db')).toEqual({ kind: 'gone' });
});

test.each([
  [401, true, 'signed-out'],
  [403, true, 'not-permitted'],
  [404, true, 'gone'],
  [undefined, true, 'server-away'],
  [undefined, false, 'network'],
] as const)('an answer %s while online is %s: %s', (status, isOnline, kind) => {
  const error = new RequestError('no', { code: 'no', ...(status !== undefined && { status }) });
  expect(judgeOutage({ error, isOnline }, 'web')).toEqual({ kind });
});

test.each([
  [1000, 'network'],
  [1001, 'server-restarting'],
  [1012, 'server-restarting'],
  [1006, 'network'],
  [1008, 'not-permitted'],
  [4401, 'signed-out'],
  [4403, 'not-permitted'],
  [4404, 'gone'],
  [4409, 'machine-stopped'],
])('close code %d is %s', (code, kind) => {
  expect(closeOutage(code, '').kind).toBe(kind);
});
