import { constants } from 'node:os';
import type { ExecConnection } from '@labcast/api-client';
import { exitCodes } from '../exitCodes.ts';

/**
 * Connects the command to this process's streams and returns its exit code. Ctrl-C is sent on to the command; the second
 * one gives up waiting for it.
 */
export async function attachStreams(connection: ExecConnection): Promise<number> {
  const interruptions = { count: 0 };
  const interrupt = (): void => {
    interruptions.count += 1;
    if (interruptions.count === 1) connection.signal(constants.signals.SIGINT);
    else connection.close();
  };
  const terminate = (): void => connection.signal(constants.signals.SIGTERM);
  process.on('SIGINT', interrupt).on('SIGTERM', terminate);
  try {
    return await pipeUntilExit(connection);
  } catch (error) {
    if (interruptions.count > 1) return exitCodes.interrupted;
    throw error;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', terminate);
  }
}

/** Standard streams stay open here: other output may follow, and only the command decides when it ends. */
export async function pipeUntilExit(connection: ExecConnection): Promise<number> {
  // A command that ends without reading all of its input breaks this stream; its exit code tells the rest.
  connection.stdin.on('error', () => undefined);
  process.stdin.pipe(connection.stdin);
  connection.stdout.pipe(process.stdout, { end: false });
  connection.stderr.pipe(process.stderr, { end: false });
  try {
    return await connection.exitCode;
  } finally {
    // Otherwise a terminal or an open pipe that says nothing would hold this process.
    process.stdin.unpipe(connection.stdin);
  }
}
