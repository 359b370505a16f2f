import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RouteDeps } from '../deps.ts';
import { asUser, readScript } from './asUser.ts';
import { throwFileError } from './fileErrors.ts';
import type { ConsolePlace } from './findConsole.ts';

const scripts = {
  list: readScript('listFiles.sh'),
  read: readScript('readFile.sh'),
  write: readScript('writeFile.sh'),
} as const;
/** Nobody reads more in a list, and all of it is held in memory. */
const mostEntries = 5_000;
const listTimeoutMs = 20_000;

export interface FileEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'other';
  readonly sizeBytes: number;
  readonly modifiedAt: string;
  /** Octal digits. */
  readonly mode: string;
  /** Of a symbolic link: where it leads. */
  readonly target?: string;
}

type Incus = Pick<RouteDeps['incus'], 'exec' | 'openExec'>;

/** A path as the shell takes it: from the user's home unless it is absolute, never an option. */
function shellPath(path: string): string {
  return path.startsWith('/') ? path : `./${path}`;
}

/** What lies in a folder, as its user sees it. */
export async function listFiles(
  incus: Incus,
  { instance, user, name }: ConsolePlace,
  path: string,
): Promise<{ path: string; entries: FileEntry[]; isComplete: boolean }> {
  const command = asUser(user, scripts.list, shellPath(path), String(mostEntries));
  const { exitCode, stdout } = await incus.exec(
    instance,
    { command },
    { timeoutMs: listTimeoutMs },
  );
  if (exitCode !== 0) throwFileError(exitCode, { path, name, user });
  const [folder = '', ...fields] = stdout.toString().split('\0').slice(0, -1);
  const entries: FileEntry[] = [];
  for (let at = 0; at + 7 <= fields.length; at += 7)
    entries.push(toEntry(fields.slice(at, at + 7)));
  return { path: folder, entries, isComplete: entries.length < mostEntries };
}

function toEntry(fields: readonly string[]): FileEntry {
  const [name = '', type, leadsTo, size, time, mode = '', target = ''] = fields;
  const kinds: Readonly<Record<string, FileEntry['kind']>> = { f: 'file', d: 'directory' };
  return {
    name,
    kind: kinds[leadsTo ?? ''] ?? 'other',
    sizeBytes: Number(size),
    modifiedAt: new Date(Number(time) * 1000).toISOString(),
    mode,
    ...(type === 'l' && { target }),
  };
}

export interface OpenFile {
  /** Zero also for what the kernel makes up, which has no size. */
  readonly sizeBytes: number;
  /** From the offset on. Destroying it ends the command. */
  readonly content: Readable;
}

/** Streams a file, held in memory nowhere. */
export async function readFile(
  incus: Incus,
  { instance, user, name }: ConsolePlace,
  { path, offset }: { path: string; offset: number },
): Promise<OpenFile> {
  const command = asUser(user, scripts.read, shellPath(path), String(offset));
  const tunnel = await incus.openExec(instance, { command });
  tunnel.stdin.on('error', () => undefined);
  tunnel.stdin.end();
  tunnel.stderr.resume();
  const { stdout } = tunnel;
  const line = await readLine(stdout);
  if (line === undefined) throwFileError(await tunnel.exitCode, { path, name, user });
  stdout.once('close', () => tunnel.close());
  return { sizeBytes: Number(line), content: stdout };
}

/** The first line; undefined when it ended before. What follows stays in the stream. */
async function readLine(stream: Readable): Promise<string | undefined> {
  let text = Buffer.alloc(0);
  for (;;) {
    const bytes = stream.read() as Buffer | null;
    if (bytes === null) {
      if (stream.readableEnded || stream.destroyed) return undefined;
      await Promise.race([once(stream, 'readable'), once(stream, 'end'), once(stream, 'close')]);
      continue;
    }
    text = Buffer.concat([text, bytes]);
    const end = text.indexOf(10);
    if (end < 0) continue;
    if (end + 1 < text.length) stream.unshift(text.subarray(end + 1));
    return text.toString('utf8', 0, end);
  }
}

export interface Piece {
  readonly path: string;
  readonly offset: number;
  readonly total: number;
}

/** Takes a piece of a file; returns how much of it is there. The last piece puts the file in its place. */
export async function writeFile(
  incus: Incus,
  { instance, user, name }: ConsolePlace,
  { path, offset, total }: Piece,
  content: Readable | undefined,
): Promise<number> {
  const { folder, file, part } = splitPath(path);
  const words = [folder, file, part, String(offset), String(total)];
  const tunnel = await incus.openExec(instance, { command: asUser(user, scripts.write, ...words) });
  tunnel.stderr.resume();
  const said = collect(tunnel.stdout);
  try {
    if (content) await pipeline(content, tunnel.stdin);
    else tunnel.stdin.end();
  } catch (error) {
    // Cut off: what came stays, and the rest can follow.
    tunnel.close();
    throw error;
  }
  const [exitCode, text] = await Promise.all([tunnel.exitCode, said]);
  if (exitCode !== 0) throwFileError(exitCode, { path, name, user, size: Number(text) });
  return Number(text);
}

/** How much of an unfinished file is there. */
export async function findPartSize(
  incus: Incus,
  { instance, user }: ConsolePlace,
  path: string,
): Promise<number> {
  const { folder, part } = splitPath(path);
  const script = 'stat -c %s -- "$1/$2" 2>/dev/null || echo 0';
  const command = asUser(user, script, folder, part);
  const { stdout } = await incus.exec(instance, { command }, { timeoutMs: listTimeoutMs });
  return Number(stdout.toString());
}

function splitPath(path: string): { folder: string; file: string; part: string } {
  const whole = shellPath(path);
  const at = whole.lastIndexOf('/');
  const file = whole.slice(at + 1);
  // Names can have the greatest length already, so the part is not called after it.
  const hash = createHash('sha256').update(file).digest('hex').slice(0, 16);
  return { folder: whole.slice(0, at) || '/', file, part: `.labcast-${hash}.part` };
}

async function collect(stream: Readable): Promise<string> {
  let text = '';
  for await (const bytes of stream as AsyncIterable<Buffer>) text += bytes.toString();
  return text;
}
