import type { WebSocket } from '@fastify/websocket';

/** Asked anew each time: the state changes between two awaits. */
export function isOpen(socket: WebSocket): boolean {
  return socket.readyState === socket.OPEN;
}
