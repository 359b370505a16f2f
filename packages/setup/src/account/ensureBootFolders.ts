import { rm, writeFile } from 'node:fs/promises';
import type { Context } from '../run/context.ts';

const path = '/etc/tmpfiles.d/labcast.conf';

/** /run is empty after a boot; systemd makes our folders in it again before the services start. */
export async function ensureBootFolders(context: Context): Promise<void> {
  if (!context.systemd) return;
  const { runDir, user } = context.settings;
  const text = `d ${runDir} 0755 root root -\nd ${runDir}/postgres 0750 ${user} ${user} -\n`;
  await writeFile(path, text);
}

export async function removeBootFolders(): Promise<void> {
  await rm(path, { force: true });
}
