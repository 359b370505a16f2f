import { Transform } from 'node:stream';
import type { ExecConnection } from '@labcast/api-client';
import { exitCodes } from '../exitCodes.ts';

/** Ctrl-], as telnet and virsh have it. */
const leaveKey = 0x1d;

/** As `attachTerminal`, with a key that leaves the terminal without ending what runs in it. */
export async function attachConsole(connection: ExecConnection): Promise<number> {
  const state = { hasLeft: false };
  const keys = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      const at = bytes.indexOf(leaveKey);
      if (at < 0) {
        done(null, bytes);
        return;
      }
      state.hasLeft = true;
      connection.close();
      done();
    },
  });
  const resize = (): void => connection.resize(process.stdout.columns, process.stdout.rows);
  const isRaw = process.stdin.isTTY;
  if (isRaw) process.stdin.setRawMode(true);
  process.stdout.on('resize', resize);
  connection.stdin.on('error', () => undefined);
  process.stdin.pipe(keys).pipe(connection.stdin);
  connection.stdout.pipe(process.stdout, { end: false });
  connection.stderr.pipe(process.stderr, { end: false });
  try {
    return await connection.exitCode;
  } catch (error) {
    if (state.hasLeft) return exitCodes.done;
    throw error;
  } finally {
    process.stdin.unpipe(keys);
    process.stdin.pause();
    process.stdout.off('resize', resize);
    if (isRaw) process.stdin.setRawMode(false);
  }
}
