import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ensureAdminToken, tokenFiles } from './ensureAdminToken.ts';

test('the token is made once, for root alone, with its hash beside it', async () => {
  const stateDir = await mkdtemp(join(tmpdir(), 'labcast-token-'));
  onTestFinished(() => rm(stateDir, { recursive: true }));
  const files = tokenFiles(stateDir);

  expect(await ensureAdminToken(stateDir)).toBe('made');
  const token = (await readFile(files.token, 'utf8')).trim();
  await rm(files.hash);
  expect(await ensureAdminToken(stateDir)).toBe('there already');

  expect((await readFile(files.token, 'utf8')).trim()).toBe(token);
  expect(token.length).toBeGreaterThan(40);
  expect((await stat(files.token)).mode & 0o777).toBe(0o600);
  expect((await readFile(files.hash, 'utf8')).trim()).toBe(
    createHash('sha256').update(token).digest('hex'),
  );
});
