import type { CheckCommand, CheckRun } from '@labcast/domain';
import { IncusError } from '@labcast/incus';
import type { IncusClient } from '@labcast/incus';

/** More is neither kept nor looked at; the command may go on writing. */
const mostReadBytes = 1024 * 1024;

/**
 * Runs a command in an instance until it ends or its time is up. What keeps it from running is told as `trouble`; only
 * an Incus that is away is thrown, and aborting throws the signal's reason.
 */
export async function runCommand(
  { instance, command }: CheckCommand,
  timeoutSeconds: number,
  { incus, signal }: { incus: Pick<IncusClient, 'openExec'>; signal: AbortSignal },
): Promise<CheckRun> {
  signal.throwIfAborted();
  const began = performance.now();
  const chunks: Buffer[] = [];
  const told = (rest: Pick<CheckRun, 'exitCode' | 'trouble'>): CheckRun => ({
    ...rest,
    output: Buffer.concat(chunks).toString(),
    milliseconds: Math.round(performance.now() - began),
    at: new Date().toISOString(),
  });
  const late = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    const tunnel = await incus.openExec(instance, { command });
    const ends = AbortSignal.any([signal, late]);
    const end = (): void => {
      tunnel.signal(9);
      tunnel.close();
    };
    ends.addEventListener('abort', end, { once: true });
    try {
      tunnel.stdin.end();
      const [exitCode] = await Promise.all([
        tunnel.exitCode,
        read(tunnel.stdout, chunks),
        read(tunnel.stderr, chunks),
      ]);
      ends.throwIfAborted();
      return told({ exitCode });
    } finally {
      ends.removeEventListener('abort', end);
      tunnel.close();
    }
  } catch (error) {
    signal.throwIfAborted();
    if (late.aborted)
      return told({ trouble: `It did not end within ${String(timeoutSeconds)} s.` });
    if (error instanceof IncusError && error.kind === 'unavailable') throw error;
    return told({ trouble: `It could not be run: ${(error as Error).message}` });
  }
}

async function read(stream: AsyncIterable<Buffer>, chunks: Buffer[]): Promise<void> {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes <= mostReadBytes) chunks.push(chunk);
  }
}
