import { expect, test } from 'vitest';
import { logSources } from './logSources.ts';

test('of what failed the log of its making comes first, where there is one', () => {
  expect(logSources('container', false)[0]).toBe('journal');
  expect(logSources('container', true)).toEqual(['provision', 'journal', 'boot']);
  expect(logSources('app', true)).toEqual(['pods']);
});
