import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { HostError } from '../HostError.ts';
import { createTreeReader, entryFormat, type Tree } from './treeEntry.ts';

/**
 * Everything below `root`, without following any link. `find` walks from open folder to open folder: who swaps a folder for
 * a link while it looks leads it nowhere.
 */
export async function listTree(root: string, signal?: AbortSignal): Promise<Tree> {
  const reader = createTreeReader();
  const find = spawn('find', ['-P', root, '-printf', entryFormat], {
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal ? { signal } : {}),
  });
  let complaint = '';
  find.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(0, 10_000);
  });
  find.stdout.setEncoding('latin1').on('data', (piece: string) => reader.add(piece));
  const [code] = (await once(find, 'close')) as [number | null];
  // In a running container things go while they are looked at.
  const serious = complaint
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith('No such file or directory'));
  if (code !== 0 && (serious.length > 0 || complaint === '')) {
    throw new HostError(
      'failed',
      `The files of a disk could not be listed: ${serious[0] ?? 'find was ended'}.`,
    );
  }
  return reader.tree;
}
