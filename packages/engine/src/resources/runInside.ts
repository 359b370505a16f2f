import { buffer } from 'node:stream/consumers';
import type { ExecRequest, IncusClient } from '@labcast/incus';

export interface InsideResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command inside an instance to its end; aborting kills it, and then this throws the signal's reason. */
export async function runInside(
  incus: IncusClient,
  instance: string,
  request: ExecRequest & { readonly stdin?: string | Buffer },
  signal: AbortSignal,
): Promise<InsideResult> {
  signal.throwIfAborted();
  const { stdin, ...exec } = request;
  const tunnel = await incus.openExec(instance, exec);
  const close = (): void => tunnel.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    tunnel.stdin.end(stdin ?? '');
    const [stdout, stderr, exitCode] = await Promise.all([
      buffer(tunnel.stdout),
      buffer(tunnel.stderr),
      tunnel.exitCode,
    ]);
    signal.throwIfAborted();
    return { exitCode, stdout: stdout.toString(), stderr: stderr.toString() };
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', close);
    tunnel.close();
  }
}

/** The last lines of what a command said, for a message. */
export function lastLines(text: string, count = 5): string {
  return text.trim().split('\n').slice(-count).join('\n');
}
