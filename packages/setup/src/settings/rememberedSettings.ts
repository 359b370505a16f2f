import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from './settings.ts';

const fileName = 'settings.env';
const heading =
  '# What `make up` was told, one NAME=value a line. Change it here and run `make up` again.\n';

/** What earlier runs were told; empty when there was none. */
export async function readRememberedSettings(configDir: string): Promise<Record<string, string>> {
  const text = await readFile(join(configDir, fileName), 'utf8').catch(() => '');
  return parseSettingsFile(text);
}

function parseSettingsFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const match = /^\s*([A-Z][A-Z0-9_]*)=(.*?)\s*$/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined && match[2] !== '')
      values[match[1]] = match[2];
  }
  return values;
}

/** Readable by root alone: `DATABASE_URL` may hold a password. */
export async function rememberSettings(settings: Settings): Promise<void> {
  const lines = Object.entries(settings.explicit).map(([name, value]) => `${name}=${value}\n`);
  await mkdir(settings.configDir, { recursive: true });
  const path = join(settings.configDir, fileName);
  await writeFile(`${path}.new`, heading + lines.sort().join(''), { mode: 0o600 });
  await rename(`${path}.new`, path);
}
