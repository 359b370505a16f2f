import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import type { WebSocket } from 'ws';

const channel = { stdin: 0, stdout: 1, stderr: 2, control: 3 } as const;

/** What a client asked of running commands, beside their streams. */
export type ExecRequest = { resize: [number, number] } | { signal: number };

/** Runs the command on this machine, so that its streams and its exit code are real. */
export function serveExec(
  socket: WebSocket,
  command: readonly string[],
  asked: (request: ExecRequest) => void,
): void {
  const [file = 'true', ...args] = command;
  const child = spawn(file, args, { stdio: 'pipe' });
  const send = (id: number, data: Buffer): void =>
    socket.send(Buffer.concat([Buffer.of(id), data]));
  child.stdin.on('error', () => undefined);
  child.stdout.on('data', (data: Buffer) => send(channel.stdout, data));
  child.stderr.on('data', (data: Buffer) => send(channel.stderr, data));
  child.on('close', (code, signal) => {
    // As a shell tells it: 128 and the number of the signal that ended it.
    const exit = code ?? (signal === 'SIGINT' ? 130 : 143);
    send(channel.control, Buffer.from(JSON.stringify({ exit })));
    socket.close();
  });
  socket.on('close', () => child.kill('SIGKILL'));
  socket.on('message', (message: Buffer) => {
    const data = message.subarray(1);
    if (message[0] === channel.stdin) {
      if (data.length === 0) child.stdin.end();
      else child.stdin.write(data);
      return;
    }
    const request = JSON.parse(data.toString()) as ExecRequest;
    asked(request);
    if ('signal' in request) child.kill(request.signal);
  });
}

/** Leads to the same port of this machine. */
export function serveForward(socket: WebSocket, port: number): void {
  const target = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  target.on('data', (data) => socket.send(data));
  target.on('end', () => socket.send(Buffer.alloc(0)));
  target.on('close', () => socket.close());
  target.on('error', () => socket.close(1011));
  socket.on('close', () => target.destroy());
  socket.on('message', (data: Buffer) => {
    if (data.length === 0) target.end();
    else target.write(data);
  });
}
