import type { ExecTunnel } from '@labcast/incus';
import type { WebSocket } from '@fastify/websocket';
import type { RawData } from 'ws';
import { z } from 'zod';
import type { ErrorView } from '../schemas/problem.ts';
import { channels, frame } from './channels.ts';
import { isOpen } from './isOpen.ts';
import { receive } from './receive.ts';
import { sendFrame } from './sendFrame.ts';
import { writeWithBackpressure } from './writeWithBackpressure.ts';

const control = z.union([
  z.strictObject({ resize: z.tuple([z.int().min(1).max(10_000), z.int().min(1).max(10_000)]) }),
  z.strictObject({ signal: z.int().min(1).max(64) }),
]);

/** WebSocket close codes. */
const normal = 1000;
const unsupported = 1003;

/**
 * Connects a client's socket with a command until either ends. A client that goes away takes its command with it; the
 * command's exit code is sent after its last output.
 */
export async function serveExec(
  socket: WebSocket,
  open: () => Promise<ExecTunnel>,
  describe: (error: unknown) => ErrorView['error'],
): Promise<void> {
  const frames = receive(socket);
  let tunnel: ExecTunnel;
  try {
    tunnel = await open();
  } catch (error) {
    await end(socket, { error: describe(error) });
    return;
  }
  if (!isOpen(socket)) {
    tunnel.close();
    return;
  }
  socket.once('close', () => tunnel.close());
  tunnel.stdin.on('error', () => undefined);
  frames.start((data, isBinary) => {
    if (!isBinary || !passOn(socket, tunnel, toBuffer(data))) socket.close(unsupported);
  });
  try {
    const [exit] = await Promise.all([
      tunnel.exitCode,
      sendAll(socket, tunnel.stdout, channels.stdout),
      sendAll(socket, tunnel.stderr, channels.stderr),
    ]);
    await end(socket, { exit });
  } catch (error) {
    tunnel.close();
    if (isOpen(socket)) await end(socket, { error: describe(error) });
  }
}

/** False for a frame that means nothing. */
function passOn(socket: WebSocket, tunnel: ExecTunnel, bytes: Buffer): boolean {
  const content = bytes.subarray(1);
  if (bytes[0] === channels.stdin) {
    if (content.length === 0) tunnel.stdin.end();
    else writeWithBackpressure(socket, tunnel.stdin, content);
    return true;
  }
  if (bytes[0] !== channels.control) return false;
  const message = control.safeParse(parseJson(content.toString()));
  if (!message.success) return false;
  if ('resize' in message.data) tunnel.resize(...message.data.resize);
  else tunnel.signal(message.data.signal);
  return true;
}

async function sendAll(
  socket: WebSocket,
  source: AsyncIterable<Buffer>,
  channel: number,
): Promise<void> {
  for await (const bytes of source) await sendFrame(socket, frame(channel, bytes));
}

async function end(socket: WebSocket, message: unknown): Promise<void> {
  // Fails only with the client gone, who does not want to know.
  await sendFrame(socket, frame(channels.control, JSON.stringify(message))).catch(() => undefined);
  socket.close(normal);
}

export function toBuffer(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return Buffer.isBuffer(data) ? data : Buffer.from(data);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
