import { PassThrough, type Readable, type Writable } from 'node:stream';

import type { ExecRequest, ExecTunnel } from '../client.ts';

/** A command as a handler sees it. It ends with the code that the handler returns. */
export interface FakeCommand {
  readonly instance: string;
  readonly request: ExecRequest;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

export type ExecHandler = (command: FakeCommand) => number | Promise<number>;

const killedBy = (signal: number): number => 128 + signal;

/** Runs `handler` behind a tunnel that behaves like a real one. */
export function openFakeExec(
  handler: ExecHandler,
  instance: string,
  request: ExecRequest,
): ExecTunnel {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const { promise: exitCode, resolve, reject } = Promise.withResolvers<number>();
  exitCode.catch(() => undefined);

  const end = (code: number): void => {
    stdout.end();
    stderr.end();
    // As in Incus, what nobody reads any more is dropped.
    stdin.resume();
    resolve(code);
  };
  void Promise.resolve()
    .then(() => handler({ instance, request, stdin, stdout, stderr }))
    .then(end, reject);
  return {
    stdin,
    stdout,
    stderr,
    exitCode,
    resize: () => undefined,
    signal: (signal) => end(killedBy(signal)),
    close: () => end(killedBy(9)),
  };
}
