import { expect, test } from 'vitest';
import { isOurPool } from './incusRemains.ts';

const pool = (config: Record<string, string>) => ({ driver: 'btrfs', config, usedBy: [] });

test('a pool that somebody else made is never ours to remove', () => {
  expect(isOurPool('fast', pool({ size: '50GiB' }))).toBe(false);
});

test('a pool that Labcast made is, under whatever name', () => {
  expect(isOurPool('fast', pool({ 'user.labcast.made': 'true' }))).toBe(true);
  expect(isOurPool('labcast', pool({}))).toBe(true);
});
