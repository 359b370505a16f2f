import { expect, test } from 'vitest';
import type { EnvironmentReceipt } from '../../api/receipts.ts';
import { countReceipt } from './countReceipt.ts';

const at = '2026-01-02T03:04:05.000Z';
const environment = (complete: boolean, ...isGone: boolean[]): EnvironmentReceipt => ({
  environment: 'dev',
  id: 'e1',
  role: 'dev',
  createdAt: at,
  complete,
  rows: isGone.map((gone, index) => ({
    kind: 'instance',
    name: `i${index}`,
    requestedAt: at,
    ...(gone && { goneAt: at }),
  })),
});

test('a lab that never had anything owes nothing', () => {
  expect(countReceipt([], true)).toEqual({ all: 0, gone: 0, state: 'nothing' });
});

test('all is gone only when every environment says so', () => {
  expect(countReceipt([environment(true, true, true)], true).state).toBe('gone');
  const half = [environment(true, true), environment(false, true, false)];
  expect(countReceipt(half, true)).toEqual({ all: 3, gone: 2, state: 'going' });
});

test('a lab that is not meant to go is in use', () => {
  expect(countReceipt([environment(false, false)], false).state).toBe('in-use');
});
