import type { Caller } from '@labcast/domain';
import type { AuditEntry, Person, Store } from '@labcast/store';
import type { FastifyRequest } from 'fastify';
import { sha256 } from './secrets.ts';
import { readSessionCookie, sessionLimits } from './sessionCookie.ts';

/** Who asks, by what, and what decides what is permitted. */
export interface Identity {
  readonly caller: Caller;
  /** Undefined for the server's own administrator token, which is nobody's. */
  readonly person?: Person;
  readonly means: AuditEntry['means'];
  /** For the audit. */
  readonly actor: string;
  /** Of the cookie, when it was that. */
  readonly sessionToken?: string;
}

/** As other people are told who did something. */
export function nameOf(identity: Identity | undefined): string {
  return identity?.person?.name ?? 'the administrator of the server';
}

export const tokenPrefix = 'lct_';

type Finder = Pick<Store, 'findSession' | 'findToken' | 'isAdminTokenHash'>;

/**
 * Undefined for a caller who is not known, whatever the reason. A header wins over a cookie, so that a program never acts
 * as somebody else. `isUse` is false for a look that must not keep a session alive.
 */
export async function identify(
  request: FastifyRequest,
  store: Finder,
  isUse = true,
): Promise<Identity | undefined> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return identifyToken(authorization, store);
  const sessionToken = readSessionCookie(request);
  if (sessionToken === undefined) return undefined;
  const found = await store.findSession(sha256(sessionToken), sessionLimits, isUse);
  if (!found) return undefined;
  const { person, roles, scopes } = found;
  return {
    caller: { isAdministrator: person.isAdministrator, roles, scopes },
    person,
    means: 'session',
    actor: person.login,
    sessionToken,
  };
}

async function identifyToken(header: string, store: Finder): Promise<Identity | undefined> {
  // A malformed one is looked up like any other and is nobody's.
  const [, token = ''] = /^Bearer ([\w.~+/=-]{1,512})$/.exec(header) ?? [];
  const hash = sha256(token);
  if (!token.startsWith(tokenPrefix)) {
    return (await store.isAdminTokenHash(hash)) && token !== '' ? serverAdministrator : undefined;
  }
  const found = await store.findToken(hash);
  if (!found) return undefined;
  const { person, roles, scopes, tokenName } = found;
  return {
    caller: { isAdministrator: person.isAdministrator, roles, scopes },
    person,
    means: 'token',
    actor: `${person.login} (${tokenName})`,
  };
}

const serverAdministrator: Identity = {
  caller: { isAdministrator: true, roles: new Map(), scopes: ['admin'] },
  means: 'admin-token',
  actor: "the server's administrator token",
};
