import { LabcastError } from '@labcast/domain';
import type { FastifyRequest } from 'fastify';
import { isOwnOrigin } from '../http/ownOrigins.ts';
import { csrfTokenOf, isSameSecret } from './secrets.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Browsers send a cookie along with what another page asks for, so more must show that it is our own page: for any change
 * the token that only our page can read, and where the request comes from; for a socket its origin. SameSite alone would
 * let in pages on other ports of this machine, as forwarded labs are.
 */
export function refuseForeignPages(
  request: FastifyRequest,
  { sessionToken, publicUrl }: { sessionToken: string; publicUrl: URL | undefined },
): void {
  const isSafe = safeMethods.has(request.method);
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && isSafe)) throw foreign();
  if (isSafe && !request.ws) return;
  const { origin } = request.headers;
  const isOwn = origin !== undefined && isOwnOrigin(origin, request, publicUrl);
  if (request.ws) {
    if (!isOwn) throw foreign();
    return;
  }
  if (!isOwn && site !== 'same-origin') throw foreign();
  refuseWithoutToken(request, sessionToken);
}

function refuseWithoutToken(request: FastifyRequest, sessionToken: string): void {
  const given = request.headers['x-labcast-csrf'];
  if (typeof given === 'string' && isSameSecret(given, csrfTokenOf(sessionToken))) return;
  throw new LabcastError('not-permitted', 'This page is older than your sign-in.', {
    remedy: 'Reload the page, and try again.',
  });
}

/** For signing in, where there is no session yet: another page must not sign somebody in as somebody else. */
export function refuseForeignSignIn(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (safeMethods.has(request.method) || site === undefined || site === 'same-origin') return;
  throw foreign();
}

function foreign(): LabcastError {
  return new LabcastError('not-permitted', 'Pages of other sites may not call Labcast.');
}
