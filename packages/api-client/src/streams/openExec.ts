import type { WebSocket } from 'ws';
import { ApiError } from '../apiError.ts';
import type { ExecConnection, ExecOptions, TerminalOptions } from '../client.ts';
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
  return connectExec(server, socket);
}

/** See `ApiClient.openTerminal`. */
export async function openTerminal(
  server: Server,
  environment: string,
  { element, session, terminal, mode = 'control' }: TerminalOptions,
): Promise<ExecConnection> {
  const path = `${environmentPath(environment)}/elements/${encodeURIComponent(element)}/terminal`;
  const socket = await openSocket(server, path, [
    ['session', String(session)],
    ['columns', String(terminal.columns)],
    ['rows', String(terminal.rows)],
    ['mode', mode],
    // A person's own terminal has its own history, which must not be cleared.
    ['history', '0'],
  ]);
  return connectExec(server, socket);
}

function connectExec(server: Server, socket: WebSocket): ExecConnection {
  const stdout = receivedStream(socket);
  const stderr = receivedStream(socket);
  const exitCode = new Promise<number>((resolve, reject) => {
    const take = { [channels.stdout]: stdout, [channels.stderr]: stderr };
    socket.on('message', (data) => {
      const bytes = toBuffer(data);
      const channel = bytes[0];
      const content = bytes.subarray(1);
      if (channel === channels.stdout || channel === channels.stderr) take[channel].push(content);
      else if (channel === channels.control) {
        const message = JSON.parse(content.toString()) as { exit?: unknown; note?: unknown };
        if (typeof message.note === 'string') stderr.push(Buffer.from(`${message.note}\r\n`));
        else readEnding(message, resolve, reject);
      }
    });
    socket.on('close', (code, reason) => {
      stdout.push(null);
      stderr.push(null);
      reject(closeError(server.baseUrl, code, reason.toString()));
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

/** Close codes of consoles that say more than that the connection broke. */
const closeMeanings: Readonly<Record<number, string>> = {
  4403: 'not-permitted',
  4404: 'element-not-found',
  4409: 'element-not-running',
};

function closeError(baseUrl: string, code: number, reason: string): ApiError {
  const meaning = closeMeanings[code];
  if (meaning !== undefined) return new ApiError(meaning, reason, {});
  return unreachable(baseUrl, new Error('The connection broke before the command ended.'));
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
  ending: { exit?: unknown },
  resolve: (exitCode: number) => void,
  reject: (error: Error) => void,
): void {
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
