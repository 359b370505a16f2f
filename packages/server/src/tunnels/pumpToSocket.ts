import type { WebSocket } from '@fastify/websocket';
import { sendFrame } from './sendFrame.ts';

/** So much may wait for a client before its command is read no further. */
const mostWaitingBytes = 512 * 1024;

/** Sends all that comes, as it is or as `wrap` makes it; reads no more than the client takes. */
export async function pumpToSocket(
  socket: WebSocket,
  source: AsyncIterable<Buffer>,
  wrap: (bytes: Buffer) => Buffer = (bytes) => bytes,
): Promise<void> {
  for await (const bytes of source) {
    const sent = sendFrame(socket, wrap(bytes));
    // Waiting for each frame would let the line run empty between two of them.
    if (socket.bufferedAmount > mostWaitingBytes) await sent;
    else sent.catch(() => undefined);
  }
}
