import type { EnvironmentView } from '@labcast/api-client';
import { expect, test } from 'vitest';
import { describeEnding } from './describeEnding.ts';

type State = EnvironmentView['status']['state'];

const view = (state: State, more: Partial<EnvironmentView> = {}, reason?: string) =>
  ({
    assignment: 'firewall',
    environment: 'dev',
    ...more,
    status: {
      state,
      conditions: [],
      elements: [],
      steps: [],
      attempts: 1,
      ...(reason !== undefined && { lastError: { code: 'x', message: reason, at: '' } }),
    },
  }) as unknown as EnvironmentView;

test('the end of something that went on is told once', () => {
  expect(describeEnding('starting', view('ready'))?.text).toContain('firewall/dev is ready');
  expect(describeEnding('ready', view('ready'))).toBeUndefined();
});

test('what was never seen under way, and what goes on, is not told', () => {
  expect(describeEnding(undefined, view('ready'))).toBeUndefined();
  expect(describeEnding('waiting', view('starting'))).toBeUndefined();
  expect(describeEnding('stopped', view('starting'))).toBeUndefined();
});

test('a failure is told with its reason, whatever was before', () => {
  expect(describeEnding('ready', view('failed', {}, 'The disk is full.'))).toEqual({
    text: 'firewall/dev failed. The disk is full.',
    isError: true,
  });
});

test('a removed lab is gone', () => {
  const removedAt = '2026-01-01T00:00:00Z';
  expect(describeEnding('deleting', view('gone', { removedAt }))?.text).toContain('gone');
});
