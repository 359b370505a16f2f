import { readFile } from 'node:fs/promises';
import { run } from './labcast.ts';

/** Processes whose command line contains a text, by /proc: the tests must not trust the product's own pid files. */
export async function pidsOf(text: string): Promise<number[]> {
  const found = await run('pgrep', ['-f', text]);
  return found.stdout.split('\n').filter(Boolean).map(Number);
}

const serverCommand = 'packages/server/src/main.ts';
const incusCommand = '^/usr/libexec/incus/incusd|/incusd --group';

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
  const pids = await pidsOf(serverCommand);
  if (pids.length === 0) throw new Error('No server runs.');
  await killAll(pids);
}

export async function serverPids(): Promise<number[]> {
  return pidsOf(serverCommand);
}

/** Kill -9 of Incus's daemon; its instances live on. */
export async function killIncus(): Promise<void> {
  const pids = await pidsOf(incusCommand);
  if (pids.length === 0) throw new Error('No incusd runs.');
  await killAll(pids);
}

const databaseCommand = 'postgres.*-D /var/lib/labcast/postgres';

export async function killDatabase(): Promise<void> {
  const pids = await pidsOf(databaseCommand);
  if (pids.length === 0) throw new Error('No database runs.');
  await killAll(pids);
}

/** It keeps its connections and answers nothing until woken. */
export async function suspendDatabase(): Promise<() => void> {
  const pids = (await run('pgrep', ['-f', 'postgres'])).stdout
    .split('\n')
    .filter(Boolean)
    .map(Number);
  const ours = await Promise.all(pids.map(async (pid) => ((await isLabcasts(pid)) ? [pid] : [])));
  for (const pid of ours.flat()) process.kill(pid, 'SIGSTOP');
  return () => {
    for (const pid of ours.flat()) process.kill(pid, 'SIGCONT');
  };
}

/** The database's own processes rename themselves; they all run as the user labcast. */
async function isLabcasts(pid: number): Promise<boolean> {
  const owner = await run('ps', ['-o', 'user=', '-p', String(pid)]);
  const program = await run('ps', ['-o', 'comm=', '-p', String(pid)]);
  return owner.stdout.trim() === 'labcast' && program.stdout.trim().startsWith('postgres');
}

/** Starts whatever does not run, as an administrator would. */
export async function makeUp(): Promise<void> {
  const result = await run('make', ['-C', new URL('../../..', import.meta.url).pathname, 'up']);
  if (result.exitCode !== 0) throw new Error(`make up: ${result.stdout}\n${result.stderr}`);
}
