import { once } from 'node:events';
import { Agent, request } from 'undici';
import WebSocket from 'ws';

const socketPath = process.env.LABCAST_INCUS_SOCKET ?? '/var/lib/incus/unix.socket';
const project = process.env.LABCAST_PROJECT ?? 'labcast';
const agent = new Agent({ connect: { socketPath } });

interface Answer {
  readonly type: string;
  readonly operation?: string;
  readonly error?: string;
  readonly metadata?: {
    readonly err?: string;
    readonly id?: string;
    readonly metadata?: { readonly fds?: Record<string, string>; readonly return?: number };
  };
}

/** One call of Incus's API, waited for to its end, and nothing else: no retry, no check, no library. */
export async function callIncus(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await send(method, path, body);
  if (answer.type !== 'async') return answer;
  const ended = await send('GET', `${answer.operation ?? ''}/wait`);
  if (ended.metadata?.err) throw new Error(`${method} ${path}: ${ended.metadata.err}`);
  return ended;
}

async function send(method: string, path: string, body?: unknown): Promise<Answer> {
  const separator = path.includes('?') ? '&' : '?';
  const response = await request(`http://incus${path}${separator}project=${project}`, {
    method,
    dispatcher: agent,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = (await response.body.json()) as Answer;
  if (answer.type === 'error') throw new Error(`${method} ${path}: ${answer.error ?? ''}`);
  return answer;
}

/** Runs a command in an instance with a standard input, and throws unless it ends with 0. */
export async function execRaw(
  instance: string,
  command: string[],
  stdin = '',
  onOutput?: (bytes: Buffer) => void,
): Promise<void> {
  const started = await send('POST', `/1.0/instances/${instance}/exec`, {
    command,
    interactive: false,
    'wait-for-websocket': true,
  });
  const fds = started.metadata?.metadata?.fds ?? {};
  const sockets = Object.fromEntries(
    Object.entries(fds).map(([name, secret]) => {
      const path = `${started.operation ?? ''}/websocket?secret=${secret}`;
      return [name, new WebSocket(`ws+unix://${socketPath}:${path}`, { perMessageDeflate: false })];
    }),
  );
  if (onOutput) sockets['1']?.on('message', onOutput);
  // The command starts with its three streams. A quick one has ended before the fourth socket comes, which Incus then refuses.
  const { control, ...streams } = sockets;
  control?.on('error', () => undefined);
  await Promise.all(Object.values(streams).map((socket) => once(socket, 'open')));
  if (stdin) sockets['0']?.send(Buffer.from(stdin));
  sockets['0']?.send('');
  const ended = await send('GET', `${started.operation ?? ''}/wait`);
  for (const socket of Object.values(sockets)) socket.close();
  const code = ended.metadata?.metadata?.return;
  if (code !== 0)
    throw new Error(`${command.join(' ')} in ${instance} ended with ${String(code)}.`);
}
