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
  const waiting: { readonly sent: Promise<void>; readonly size: number }[] = [];
  let waitingBytes = 0;
  for await (const bytes of source) {
    const sent = sendFrame(socket, wrap(bytes));
    sent.catch(() => undefined);
    waiting.push({ sent, size: bytes.length });
    waitingBytes += bytes.length;
    // For the oldest, not the newest: else the line would run empty each time.
    while (waitingBytes > mostWaitingBytes) {
      const oldest = waiting.shift();
      await oldest?.sent;
      waitingBytes -= oldest?.size ?? 0;
    }
  }
}
