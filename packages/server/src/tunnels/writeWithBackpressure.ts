import type { Writable } from 'node:stream';
import type { WebSocket } from '@fastify/websocket';

/** Hands received bytes on; reads no more from the socket while the receiver is full. */
export function writeWithBackpressure(
  socket: WebSocket,
  target: Writable,
  bytes: Uint8Array,
): void {
  // A command that has closed its input says so by an error, and may well go on: the rest is dropped.
  if (target.destroyed || target.writableEnded) return;
  if (target.write(bytes)) return;
  socket.pause();
  const resume = () => {
    target.off('drain', resume);
    target.off('close', resume);
    socket.resume();
  };
  target.on('drain', resume);
  target.on('close', resume);
}
