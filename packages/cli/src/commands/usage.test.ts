import { expect, test } from 'vitest';
import { renderUsage } from './usage.ts';

const MiB = 1024 ** 2;

test('each element shows what it uses of what it may', () => {
  const web = { name: 'web', cpuCores: 0.25, memoryBytes: 100 * MiB, diskBytes: 512 * MiB };
  const gateway = { name: 'gateway', cpuCores: 0, memoryBytes: MiB, diskBytes: MiB };
  const limit = { name: 'web', cpuCores: 2, memoryBytes: 512 * MiB, diskBytes: 1024 * MiB };
  const text = renderUsage({
    samples: [{ at: '2026-01-01T00:00:00Z', elements: [gateway, web] }],
    limits: [limit],
  });
  expect(text).toMatch(/gateway +0\.00 +1\S* MiB/);
  expect(text).toMatch(/web +0\.25 of 2 +100\S* MiB of 512\S* MiB +512\S* MiB of 1\S* GiB/);
});

test('before the first sample it says so', () => {
  expect(renderUsage({ samples: [], limits: [] })).toContain('Ask again');
});
