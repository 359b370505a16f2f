import type { Readable } from 'node:stream';

import type { ExecResult, ExecTunnel } from './client.ts';
import { IncusError } from './errors.ts';

const outputLimitBytes = 16 * 1024 * 1024;

/**
 * Runs a tunnel to its end. Throws `rejected`, and ends the command, when it takes longer than `timeoutMs` or writes more
 * than 16 MiB to one stream.
 */
export async function collectExec(
  tunnel: ExecTunnel,
  command: readonly string[],
  options: { stdin?: Buffer | string; timeoutMs?: number } = {},
): Promise<ExecResult> {
  let refusal: string | undefined;
  const kill = (reason: string): void => {
    refusal ??= `The command ${command.join(' ')} ${reason} and was killed.`;
    tunnel.signal(9);
    tunnel.close();
  };
  const { timeoutMs } = options;
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => kill(`did not end within ${timeoutMs / 1000} s`), timeoutMs);
  const tooMuch = (): void => kill(`wrote more than ${outputLimitBytes / 1024 / 1024} MiB`);
  try {
    tunnel.stdin.end(options.stdin);
    const [stdout, stderr, exitCode] = await Promise.all([
      collect(tunnel.stdout, tooMuch),
      collect(tunnel.stderr, tooMuch),
      tunnel.exitCode,
    ]);
    if (refusal === undefined) return { exitCode, stdout, stderr };
  } catch (error) {
    if (refusal === undefined) throw error;
  } finally {
    clearTimeout(timer);
  }
  throw new IncusError('rejected', refusal);
}

async function collect(stream: Readable, tooMuch: () => void): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > outputLimitBytes) tooMuch();
    else chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
