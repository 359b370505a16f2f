import type { FastifyRequest } from 'fastify';

/** Whether a page of that origin is one of ours: served under the name by which it calls, or the public one. */
export function isOwnOrigin(
  origin: string,
  request: Pick<FastifyRequest, 'headers'>,
  publicUrl: URL | undefined,
): boolean {
  return origin === `http://${request.headers.host ?? ''}` || origin === publicUrl?.origin;
}
