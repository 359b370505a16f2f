import type { WebSocket } from '@fastify/websocket';
import { sendFrame } from './sendFrame.ts';

/** So much may wait for a client before its command is read no further. */
const mostWaitingBytes = 1024 * 1024;

/** Sends all that comes, as it is or as `wrap` makes it; reads no more than the client takes. */
export async function pumpToSocket(
  socket: WebSocket,
  source: AsyncIterable<Buffer>,
  wrap: (bytes: Buffer) => Buffer = (bytes) => bytes,
): Promise<void> {
  const waiting = new Set<Promise<void>>();
  for await (const bytes of source) {
    const sent = sendFrame(socket, wrap(bytes));
    waiting.add(sent);
    const forget = () => waiting.delete(sent);
    sent.then(forget, forget);
    // For the oldest, not the newest: else the line would run empty each time.
    while (socket.bufferedAmount > mostWaitingBytes && waiting.size > 0) {
      const [oldest] = waiting;
      await oldest;
    }
  }
}
