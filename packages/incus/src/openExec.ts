import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { WebSocket } from 'ws';

import type { ExecRequest, ExecTunnel } from './client.ts';
import { IncusError, saysCommandNotExecutable, saysCommandNotFound } from './errors.ts';
import { readFrames, writeFrames } from './execStreams.ts';
import type { Operations, Started } from './operations.ts';
import { pathOf, type Transport } from './transport.ts';

/** What shells answer too. */
const exitCodeNotFound = 127;
const exitCodeNotExecutable = 126;

/** See `IncusClient.openExec`. */
export async function openExec(
  transport: Transport,
  operations: Operations,
  instance: string,
  { request, terminal }: { request: ExecRequest; terminal?: Terminal | undefined },
): Promise<ExecTunnel> {
  const started = await operations.start({
    method: 'POST',
    path: pathOf('instances', instance, 'exec'),
    body: {
      command: request.command,
      environment: request.environment,
      cwd: request.workingDirectory,
      user: request.uid,
      group: request.gid,
      interactive: terminal !== undefined,
      width: terminal?.columns,
      height: terminal?.rows,
      'wait-for-websocket': true,
    },
  });
  // All at once: Incus starts the command only when it has them, and gives up after 5 s.
  const sockets = new Map<string, WebSocket>();
  const { fds } = started.operation.metadata as { fds: Record<string, string> };
  for (const [fd, secret] of Object.entries(fds)) {
    const path = `/operations/${started.operation.id}/websocket`;
    sockets.set(fd, transport.openSocket(path, { secret }));
  }
  const tunnel = createTunnel(sockets, operations, started);
  try {
    await Promise.all([...sockets].map(([fd, socket]) => opened(fd, socket)));
  } catch (cause) {
    tunnel.close();
    const message = `Lost Incus while opening a command's streams in ${instance}. Try again.`;
    throw new IncusError('unavailable', message, { cause });
  }
  return tunnel;
}

/**
 * Incus starts a command without a terminal when it has the three data sockets. A quick one has ended when the control
 * socket comes, which is then refused: no loss, for nothing is left to control.
 */
async function opened(fd: string, socket: WebSocket): Promise<void> {
  if (fd !== 'control') await once(socket, 'open');
  else await new Promise((resolve) => socket.once('open', resolve).once('close', resolve));
}

interface Terminal {
  readonly columns: number;
  readonly rows: number;
}

function createTunnel(
  sockets: ReadonlyMap<string, WebSocket>,
  operations: Operations,
  started: Started,
): ExecTunnel {
  const socketOf = (fd: string): WebSocket => {
    const socket = sockets.get(fd);
    if (socket === undefined) throw new IncusError('rejected', `Incus gave no stream ${fd}.`);
    return socket;
  };
  const control = socketOf('control');
  const input = socketOf('0');
  const isInteractive = !sockets.has('1');
  // The end of a socket is read from its streams and from the operation: an error adds nothing.
  for (const socket of sockets.values()) socket.on('error', () => undefined);

  const ended = new Promise((resolve) => control.on('close', resolve));
  const exitCode = ended.then(() => readExitCode(operations, started));
  // Who does not ask for the exit code must not die of its failure.
  exitCode.catch(() => undefined);

  const tell = (message: object): void => {
    if (control.readyState === control.OPEN) control.send(JSON.stringify(message));
  };
  return {
    stdin: writeFrames(input, { hasEnd: !isInteractive }),
    // Incus keeps an interactive operation running until its client closes the terminal's socket.
    stdout: isInteractive
      ? readFrames(input, () => input.close())
      : readFrames(socketOf('1'), () => undefined),
    stderr: isInteractive ? Readable.from([]) : readFrames(socketOf('2'), () => undefined),
    exitCode,
    resize: (columns, rows) =>
      tell({ command: 'window-resize', args: { width: String(columns), height: String(rows) } }),
    signal: (signal) => tell({ command: 'signal', signal }),
    close: () => {
      // The control socket too: without it Incus lets the command run on.
      for (const socket of sockets.values()) socket.terminate();
    },
  };
}

async function readExitCode(operations: Operations, started: Started): Promise<number> {
  try {
    const { metadata } = await operations.wait(started);
    return Number(metadata?.return);
  } catch (error) {
    if (saysCommandNotFound(error)) return exitCodeNotFound;
    if (saysCommandNotExecutable(error)) return exitCodeNotExecutable;
    throw error;
  }
}
