import type { WebSocket } from 'ws';
import type { ExecConnection, ExecOptions } from '../client.ts';
import { refusal, unreachable } from '../refusal.ts';
import { environmentPath } from '../server.ts';
import type { Server } from '../server.ts';
import { openSocket } from './openSocket.ts';
import { receivedStream, sendingStream, toBuffer } from './socketStreams.ts';

/** First byte of every frame. */
const channels = { stdin: 0, stdout: 1, stderr: 2, control: 3 } as const;

/** See `ApiClient.openExec`. */
export async function openExec(
  server: Server,
  environment: string,
  { element, command, terminal }: ExecOptions,
): Promise<ExecConnection> {
  const socket = await openSocket(server, `${environmentPath(environment)}/exec`, [
    ['element', element],
    ...command.map((word) => ['command', word] as const),
    ...(terminal ? terminalQuery(terminal) : []),
  ]);
  const stdout = receivedStream(socket);
  const stderr = receivedStream(socket);
  const exitCode = new Promise<number>((resolve, reject) => {
    const take = { [channels.stdout]: stdout, [channels.stderr]: stderr };
    socket.on('message', (data) => {
      const bytes = toBuffer(data);
      const channel = bytes[0];
      const content = bytes.subarray(1);
      if (channel === channels.stdout || channel === channels.stderr) take[channel].push(content);
      else if (channel === channels.control) readEnding(content, resolve, reject);
    });
    socket.on('close', () => {
      stdout.push(null);
      stderr.push(null);
      reject(
        unreachable(server.baseUrl, new Error('The connection broke before the command ended.')),
      );
    });
  });
  // Who does not ask for it must not die of it.
  exitCode.catch(() => undefined);
  socket.resume();
  return {
    stdin: sendingStream(socket, (bytes) => frame(channels.stdin, bytes)),
    stdout: stdout.stream,
    stderr: stderr.stream,
    exitCode,
    resize: (columns, rows) => tell(socket, { resize: [columns, rows] }),
    signal: (signal) => tell(socket, { signal }),
    close: () => socket.terminate(),
  };
}

function terminalQuery(terminal: { readonly columns: number; readonly rows: number }) {
  return [
    ['tty', '1'],
    ['columns', String(terminal.columns)],
    ['rows', String(terminal.rows)],
  ] as const;
}

/** The last frame says how it ended. */
function readEnding(
  content: Buffer,
  resolve: (exitCode: number) => void,
  reject: (error: Error) => void,
): void {
  const ending = JSON.parse(content.toString()) as { exit?: unknown };
  if (typeof ending.exit === 'number') resolve(ending.exit);
  else reject(refusal(ending));
}

function tell(socket: WebSocket, message: object): void {
  if (socket.readyState === socket.OPEN) {
    socket.send(frame(channels.control, Buffer.from(JSON.stringify(message))));
  }
}

function frame(channel: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(channel), bytes]);
}
