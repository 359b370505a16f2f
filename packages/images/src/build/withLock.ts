import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { LabcastError } from '@labcast/domain';

/**
 * Does `work` while this process alone, of all on the machine, holds the lock file. `flock` in a child holds it for as
 * long as our end of its standard input is open, so the kernel gives it back even when we are killed.
 */
export async function withLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  const holder = spawn('flock', ['--exclusive', lockFile, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'close');
  const held = await Promise.race([
    once(holder.stdout, 'data').then(() => true),
    ended.then(() => false),
  ]);
  if (!held) throw new LabcastError('step-failed', `Could not lock ${lockFile}.`);
  try {
    return await work();
  } finally {
    holder.stdin.end();
    await ended;
  }
}
