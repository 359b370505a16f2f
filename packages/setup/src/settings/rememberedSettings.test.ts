import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readRememberedSettings, rememberSettings } from './rememberedSettings.ts';
import { parseSettings } from './settings.ts';

test('what was told once is read back, and only root may read it', async () => {
  const configDir = await mkdtemp(join(tmpdir(), 'labcast-settings-'));
  onTestFinished(() => rm(configDir, { recursive: true }));
  const told = { LABCAST_PORT: '9000', DATABASE_URL: 'postgresql://a:b=c@db/labs' };

  await rememberSettings(parseSettings({ ...told, LABCAST_CONFIG_DIR: configDir }));

  expect(await readRememberedSettings(configDir)).toEqual(told);
  expect((await stat(join(configDir, 'settings.env'))).mode & 0o777).toBe(0o600);
});

test('nothing is remembered before the first run', async () => {
  expect(await readRememberedSettings('/nonexistent')).toEqual({});
});
