import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { componentSources } from './components.ts';
import { ensureGo } from './ensureGo.ts';

test('the tests of the node program pass', { timeout: 600_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'labcast-go-'));
  try {
    const go = await ensureGo({ logFile: join(folder, 'log'), step: () => undefined });
    // The same flags as the build, whose compiled packages are used again.
    const { stdout } = await promisify(execFile)(
      go.program,
      ['test', '-C', join(componentSources, 'node'), '-trimpath', '-vet=off', './...'],
      { env: { ...process.env, ...go.environment, CGO_ENABLED: '0', GOWORK: 'off' } },
    );
    expect(stdout).toMatch(/^ok\s+labcast\.dev\/node/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
