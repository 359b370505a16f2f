import { chmod, chown, mkdir } from 'node:fs/promises';
import type { Context } from '../run/context.ts';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Undefined when there is no such user. */
export async function findAccount(context: Context): Promise<Account | undefined> {
  const { exitCode, stdout } = await context.run('getent', ['passwd', context.settings.user], {
    mayFail: true,
  });
  const fields = stdout.split(':');
  if (exitCode !== 0 || fields.length < 4) return undefined;
  return { uid: Number(fields[2]), gid: Number(fields[3]) };
}

/** The system user of the server and the database, who may talk to Incus, and every folder with its owner. */
export async function ensureAccount(context: Context): Promise<string> {
  const { user, stateDir } = context.settings;
  let account = await findAccount(context);
  const made = account === undefined;
  if (!account) {
    await context.run('useradd', [
      '--system',
      '--user-group',
      '--home-dir',
      stateDir,
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      user,
    ]);
    account = await findAccount(context);
  }
  if (!account) throw new Error(`The user ${user} is not there after it was made.`);
  const groups = await context.run('id', ['-nG', user]);
  if (!groups.stdout.split(' ').includes('incus-admin'))
    await context.run('usermod', ['--append', '--groups', 'incus-admin', user]);
  await ensureFolders(context, account);
  return made ? `user ${user} made` : `user ${user}`;
}

async function ensureFolders(context: Context, account: Account): Promise<void> {
  const { stateDir, cacheDir, runDir, logDir, installDir, configDir } = context.settings;
  for (const path of [stateDir, cacheDir, runDir, logDir, installDir, configDir])
    await mkdir(path, { recursive: true, mode: 0o755 });
  await mkdir(`${runDir}/postgres`, { recursive: true });
  await chown(`${runDir}/postgres`, account.uid, account.gid);
  await chmod(`${runDir}/postgres`, 0o750);
}
