import type { ExecTunnel } from '@labcast/incus';
import type { WebSocket } from '@fastify/websocket';
import { isOpen } from './isOpen.ts';
import { pumpToSocket } from './pumpToSocket.ts';
import { receive } from './receive.ts';
import { sendFrame } from './sendFrame.ts';
import { toBuffer } from './serveExec.ts';
import { writeWithBackpressure } from './writeWithBackpressure.ts';

/** WebSocket close codes; the last is the server's "I cannot". */
const normal = 1000;
const unsupported = 1003;
const failed = 1011;

const halfClose = Buffer.alloc(0);

/**
 * Connects a client's socket with the standard streams of a command that speaks TCP for it (`nc`). An empty frame is the
 * end of one direction. Closes with 1011 and the reason when the connection failed.
 */
export async function serveForward(
  socket: WebSocket,
  open: () => Promise<ExecTunnel>,
): Promise<void> {
  const frames = receive(socket);
  let tunnel: ExecTunnel;
  try {
    tunnel = await open();
  } catch (error) {
    socket.close(failed, closeReason(error instanceof Error ? error.message : ''));
    return;
  }
  if (!isOpen(socket)) {
    tunnel.close();
    return;
  }
  socket.once('close', () => tunnel.close());
  tunnel.stdin.on('error', () => undefined);
  frames.start((data, isBinary) => {
    const bytes = toBuffer(data);
    if (!isBinary) socket.close(unsupported);
    else if (bytes.length === 0) tunnel.stdin.end();
    else writeWithBackpressure(socket, tunnel.stdin, bytes);
  });
  try {
    const [exitCode, complaint] = await Promise.all([
      tunnel.exitCode,
      readAll(tunnel.stderr),
      pumpToSocket(socket, tunnel.stdout),
    ]);
    // Only now is it known whether what came was all: a refused connection ends like an empty answer.
    if (exitCode !== 0) {
      socket.close(failed, closeReason(complaint));
      return;
    }
    await sendFrame(socket, halfClose);
    socket.close(normal);
  } catch {
    tunnel.close();
    socket.close(failed, 'The connection into the lab was lost.');
  }
}

async function readAll(source: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const bytes of source) {
    if (text.length < 1000) text += bytes.toString();
  }
  return text.trim();
}

/** A close frame has room for 123 bytes. */
function closeReason(text: string): string {
  return Buffer.from(text || 'Nothing answers there.')
    .subarray(0, 123)
    .toString()
    .replace(/\uFFFD$/, '');
}
