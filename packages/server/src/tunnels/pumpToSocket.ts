import type { WebSocket } from '@fastify/websocket';
import { sendFrame } from './sendFrame.ts';

/** So many frames may wait for a client before its command is read no further; Incus sends at most 32 KiB in one. */
const mostWaiting = 32;

/** Sends all that comes, as it is or as `wrap` makes it; reads no more than the client takes. */
export async function pumpToSocket(
  socket: WebSocket,
  source: AsyncIterable<Buffer>,
  wrap: (bytes: Buffer) => Buffer = (bytes) => bytes,
): Promise<void> {
  const waiting: Promise<void>[] = [];
  for await (const bytes of source) {
    const sent = sendFrame(socket, wrap(bytes));
    sent.catch(() => undefined);
    waiting.push(sent);
    // The oldest, not the newest: else the line would run empty each time.
    if (waiting.length > mostWaiting) await waiting.shift();
  }
}
