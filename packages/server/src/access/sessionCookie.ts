import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerSettings } from '../deps.ts';

const name = 'labcast_session';

/** Of a session: so long without use, and so long at most. */
export const sessionLimits = { idleSeconds: 12 * 3600, longestSeconds: 7 * 24 * 3600 } as const;

export function readSessionCookie(request: FastifyRequest): string | undefined {
  const token = request.cookies[name];
  return token === '' ? undefined : token;
}

/** HttpOnly keeps it from scripts, SameSite from most calls of other sites. */
export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, settings }: { token: string; settings: ServerSettings },
): void {
  const options = cookieOptions(request, settings);
  void reply.setCookie(name, token, { ...options, maxAge: sessionLimits.longestSeconds });
}

export function clearSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  settings: ServerSettings,
): void {
  void reply.clearCookie(name, cookieOptions(request, settings));
}

/** The same server answers by plain HTTP on loopback, where a `Secure` cookie would be dropped. */
function cookieOptions(request: FastifyRequest, { publicUrl }: ServerSettings) {
  const isPublic =
    URL.parse(`http://${request.headers.host ?? ''}`)?.hostname === publicUrl?.hostname;
  const secure = publicUrl?.protocol === 'https:' && isPublic;
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}
