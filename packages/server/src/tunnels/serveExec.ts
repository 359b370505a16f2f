import type { ExecTunnel } from '@labcast/incus';
import type { WebSocket } from '@fastify/websocket';
import type { RawData } from 'ws';
import { z } from 'zod';
import type { ErrorView } from '../schemas/problem.ts';
import { channels, frame } from './channels.ts';
import { isOpen } from './isOpen.ts';
import { pumpToSocket } from './pumpToSocket.ts';
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
  try {
    const exit = await joinExec(socket, frames, await open());
    if (exit !== undefined) await end(socket, { exit });
  } catch (error) {
    await end(socket, { error: describe(error) });
  }
}

/**
 * Passes frames on in both directions until the command ends, and returns its exit code; undefined for a client that went
 * away before it began. Who only views has no keyboard, but a window of some size. Throws when the command got lost.
 */
export async function joinExec(
  socket: WebSocket,
  frames: ReturnType<typeof receive>,
  tunnel: ExecTunnel,
  mayType = true,
): Promise<number | undefined> {
  if (!isOpen(socket)) {
    tunnel.close();
    return undefined;
  }
  socket.once('close', () => tunnel.close());
  tunnel.stdin.on('error', () => undefined);
  frames.start((data, isBinary) => {
    const isUnderstood = isBinary && passOn(socket, tunnel, toBuffer(data), mayType);
    if (!isUnderstood) socket.close(unsupported);
  });
  try {
    const [exit] = await Promise.all([
      tunnel.exitCode,
      pumpToSocket(socket, tunnel.stdout, (bytes) => frame(channels.stdout, bytes)),
      pumpToSocket(socket, tunnel.stderr, (bytes) => frame(channels.stderr, bytes)),
    ]);
    return exit;
  } catch (error) {
    tunnel.close();
    throw error;
  }
}

/** False for a frame that means nothing. */
function passOn(socket: WebSocket, tunnel: ExecTunnel, bytes: Buffer, mayType: boolean): boolean {
  const content = bytes.subarray(1);
  if (bytes[0] === channels.stdin) {
    if (!mayType) return true;
    if (content.length === 0) tunnel.stdin.end();
    else writeWithBackpressure(socket, tunnel.stdin, content);
    return true;
  }
  if (bytes[0] !== channels.control) return false;
  const message = control.safeParse(parseJson(content.toString()));
  if (!message.success) return false;
  if ('resize' in message.data) tunnel.resize(...message.data.resize);
  else if (mayType) tunnel.signal(message.data.signal);
  return true;
}

async function end(socket: WebSocket, message: unknown): Promise<void> {
  if (!isOpen(socket)) return;
  await tell(socket, message);
  socket.close(normal);
}

/** A frame of the control channel. */
export async function tell(socket: WebSocket, message: unknown): Promise<void> {
  // Fails only with the client gone, who does not want to know.
  await sendFrame(socket, frame(channels.control, JSON.stringify(message))).catch(() => undefined);
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
