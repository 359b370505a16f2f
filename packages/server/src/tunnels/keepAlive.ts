import type { WebSocket } from '@fastify/websocket';

const pingEveryMs = 15_000;

/** Drops a client that does not answer any more, as when its machine was switched off. */
export function keepAlive(socket: WebSocket): void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const pings = setInterval(() => {
    // A paused socket reads no pongs either; it waits for the command, not for the client.
    if (!isAlive && !socket.isPaused) socket.terminate();
    isAlive = false;
    socket.ping();
  }, pingEveryMs);
  socket.once('close', () => clearInterval(pings));
}
