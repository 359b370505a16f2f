import { readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { run } from './labcast.ts';

/**
 * Processes that run a program with a text in their command line, by /proc: the tests must not trust the product's own pid
 * files, and not meet its supervisors, which name the same command.
 */
async function pidsOf(program: string, text: string): Promise<number[]> {
  const found = await run('pgrep', ['-f', text]);
  const pids = found.stdout.split('\n').filter(Boolean).map(Number);
  const programs = await Promise.all(
    pids.map((pid) => readlink(`/proc/${pid}/exe`).catch(() => '')),
  );
  return pids.filter((_, index) => basename(programs[index] ?? '') === program);
}

/** The installed one's; servers that somebody runs out of a clone are not ours to kill. */
const serverCommand = `${process.env.LABCAST_INSTALL_DIR ?? '/opt/labcast'}/.*packages/server/src/main.ts`;
const incusCommand = 'incusd --group';

async function killAll(pids: readonly number[]): Promise<void> {
  for (const pid of pids)
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  await Promise.all(pids.map(waitForEnd));
}

async function waitForEnd(pid: number): Promise<void> {
  for (;;) {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    if (status === undefined || status.includes(') Z ')) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Kill -9; whatever watches over it starts it again. */
export async function killServer(): Promise<void> {
  const pids = await pidsOf('node', serverCommand);
  if (pids.length === 0) throw new Error('No server runs.');
  await killAll(pids);
}

export async function serverPids(): Promise<number[]> {
  return pidsOf('node', serverCommand);
}

/** Kill -9 of Incus's daemon; its instances live on. */
export async function killIncus(): Promise<void> {
  const pids = await pidsOf('incusd', incusCommand);
  if (pids.length === 0) throw new Error('No incusd runs.');
  await killAll(pids);
}

const databaseCommand = 'postgres.*-D /var/lib/labcast/postgres';

export async function killDatabase(): Promise<void> {
  const pids = await pidsOf('postgres', databaseCommand);
  if (pids.length === 0) throw new Error('No database runs.');
  await killAll(pids);
}

/** It keeps its connections and answers nothing until woken. Its own children rename themselves, and are found by their parent. */
export async function suspendDatabase(): Promise<() => void> {
  const parents = await pidsOf('postgres', databaseCommand);
  const children = await run('pgrep', ['-P', parents.join(',')]);
  const all = [...parents, ...children.stdout.split('\n').filter(Boolean).map(Number)];
  for (const pid of all) process.kill(pid, 'SIGSTOP');
  return () => {
    for (const pid of all)
      try {
        process.kill(pid, 'SIGCONT');
      } catch {
        // A connection's process that ended meanwhile.
      }
  };
}

/** Starts whatever does not run, as an administrator would. */
export async function makeUp(): Promise<void> {
  const result = await run('make', ['-C', new URL('../../..', import.meta.url).pathname, 'up']);
  if (result.exitCode !== 0) throw new Error(`make up: ${result.stdout}\n${result.stderr}`);
}
