import type { FastifyRequest } from 'fastify';
import type { RouteDeps } from '../deps.ts';

/** Where a link for people begins: the public address, or else as the caller reached us. No slash at the end. */
export function linkBase(
  { settings }: Pick<RouteDeps, 'settings'>,
  request: FastifyRequest,
): string {
  return (settings.publicUrl?.href ?? `http://${request.host}`).replace(/\/$/, '');
}
