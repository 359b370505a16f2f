import type { FastifyRequest } from 'fastify';
import type { Identity } from './identify.ts';

const usualMs = 10_000;

/**
 * For what lasts longer than a request: tells again and again who the caller is now, undefined once that is nobody who may
 * do this. While the database is away nothing is told, and what lasts goes on. Returns the way to stop.
 */
export function recheckRegularly(
  request: FastifyRequest,
  everyMs: number | undefined,
  tell: (identity: Identity | undefined) => void,
): () => void {
  const timer = setInterval(() => {
    request.recheck().then(tell, () => undefined);
  }, everyMs ?? usualMs);
  return () => clearInterval(timer);
}
