import type { WebSocket } from '@fastify/websocket';
import type { RawData } from 'ws';

type Receiver = (data: RawData, isBinary: boolean) => void;

/**
 * Holds a socket's frames back until they can be taken, because ws drops what comes while nobody listens. Must be called
 * in the same turn in which the socket opened.
 */
export function receive(socket: WebSocket): { start(receiver: Receiver): void } {
  const early: [RawData, boolean][] = [];
  let receiver: Receiver = (data, isBinary) => {
    early.push([data, isBinary]);
  };
  socket.on('message', (data, isBinary) => receiver(data, isBinary));
  socket.pause();
  return {
    start(next) {
      receiver = next;
      for (const [data, isBinary] of early.splice(0)) next(data, isBinary);
      socket.resume();
    },
  };
}
