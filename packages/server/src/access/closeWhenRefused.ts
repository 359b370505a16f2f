import type { WebSocket } from '@fastify/websocket';
import type { FastifyRequest } from 'fastify';
import { recheckRegularly } from './recheckRegularly.ts';

/** WebSocket close code "policy violation". */
const policyViolation = 1008;

/** Ends a console within seconds after its session ended, its token was revoked, or the role was taken away. */
export function closeWhenRefused(
  socket: WebSocket,
  request: FastifyRequest,
  everyMs: number | undefined,
  code = policyViolation,
): void {
  const stop = recheckRegularly(request, everyMs, (identity) => {
    if (!identity) socket.close(code, 'You are no longer permitted to do this.');
  });
  socket.once('close', stop);
}
