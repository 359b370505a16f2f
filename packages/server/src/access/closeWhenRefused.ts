import type { WebSocket } from '@fastify/websocket';
import type { FastifyRequest } from 'fastify';
import { recheckRegularly } from './recheckRegularly.ts';

/** WebSocket close code "policy violation". */
const refused = 1008;

/** Ends a console within seconds after its session ended, its token was revoked, or the role was taken away. */
export function closeWhenRefused(
  socket: WebSocket,
  request: FastifyRequest,
  everyMs: number | undefined,
): void {
  const stop = recheckRegularly(request, everyMs, (identity) => {
    if (!identity) socket.close(refused, 'You are no longer permitted to do this.');
  });
  socket.once('close', stop);
}
