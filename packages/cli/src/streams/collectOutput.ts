import { text } from 'node:stream/consumers';
import type { ExecConnection } from '@labcast/api-client';

/** Gives the command this process's input and keeps what it writes, read as UTF-8. */
export async function collectOutput(
  connection: ExecConnection,
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  connection.stdin.on('error', () => undefined);
  process.stdin.pipe(connection.stdin);
  try {
    const [stdout, stderr, exitCode] = await Promise.all([
      text(connection.stdout),
      text(connection.stderr),
      connection.exitCode,
    ]);
    return { exitCode, stdout, stderr };
  } finally {
    process.stdin.unpipe(connection.stdin);
  }
}
