import type { WebSocket } from '@fastify/websocket';
import type { FastifyRequest } from 'fastify';
import { recheckRegularly } from './recheckRegularly.ts';

/** WebSocket close code "policy violation". */
const policyViolation = 1008;

const endedText = 'You may not do this any more, or the time of this lab is over.';

/** Ends a console within seconds after its session ended, its token was revoked, or the role was taken away. */
export function closeWhenRefused(
  socket: WebSocket,
  request: FastifyRequest,
  everyMs: number | undefined,
  code = policyViolation,
): void {
  const stop = recheckRegularly(request, everyMs, (identity) => {
    if (!identity) socket.close(code, endedText);
  });
  socket.once('close', stop);
}
