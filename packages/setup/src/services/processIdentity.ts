import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/**
 * A process, told apart from a later one that got the same number: by the clock tick since boot at which it started, and
 * by the boot. Written as one line into pid files.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTicks: string;
  readonly boot: string;
}

const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

export function formatIdentity({ pid, startTicks, boot }: ProcessIdentity): string {
  return `${String(pid)} ${startTicks} ${boot}\n`;
}

/** Undefined for anything that is not such a line. */
export function parseIdentity(text: string): ProcessIdentity | undefined {
  const match = /^(\d+) (\d+) ([0-9a-f-]{36})$/.exec(text.trim());
  if (match?.[2] === undefined || match[3] === undefined) return undefined;
  return { pid: Number(match[1]), startTicks: match[2], boot: match[3] };
}

/** Field 22 of /proc/PID/stat. The second field is the program's name in brackets and may hold spaces and brackets. */
export function parseStartTicks(stat: string): string | undefined {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

/** The state letter of /proc/PID/stat; `Z` is a process that has ended. */
function parseState(stat: string): string {
  return stat.charAt(stat.lastIndexOf(')') + 2);
}

/** Undefined when there is no such process, or when it has ended. */
export async function identifyProcess(pid: number): Promise<ProcessIdentity | undefined> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined || parseState(stat) === 'Z') return undefined;
  const startTicks = parseStartTicks(stat);
  return startTicks === undefined ? undefined : { pid, startTicks, boot: bootId };
}

/** Whether exactly this process is still running. */
export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  const now = await identifyProcess(identity.pid);
  return now?.startTicks === identity.startTicks && now.boot === identity.boot;
}

/** The running process that a pid file names; undefined when it is absent, damaged or stale. */
export async function readLivePid(path: string): Promise<ProcessIdentity | undefined> {
  const identity = parseIdentity(await readFile(path, 'utf8').catch(() => ''));
  return identity && (await isAlive(identity)) ? identity : undefined;
}
