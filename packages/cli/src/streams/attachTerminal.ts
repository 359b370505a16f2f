import type { ExecConnection } from '@labcast/api-client';
import { pipeUntilExit } from './attachStreams.ts';

/** Every key goes to the command, Ctrl-C too, and it learns the size of this terminal. Returns its exit code. */
export async function attachTerminal(connection: ExecConnection): Promise<number> {
  const resize = (): void => connection.resize(process.stdout.columns, process.stdout.rows);
  const isRaw = process.stdin.isTTY;
  if (isRaw) process.stdin.setRawMode(true);
  process.stdout.on('resize', resize);
  try {
    return await pipeUntilExit(connection);
  } finally {
    process.stdout.off('resize', resize);
    if (isRaw) process.stdin.setRawMode(false);
  }
}
