import type { Caller } from '@labcast/domain';
import type { AuditEntry, Credential, Person, Store } from '@labcast/store';
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
  /** By which the same can be asked again later. */
  readonly credential: Credential;
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
  const credential = { means: 'session', hash: sha256(sessionToken) } as const;
  const identity = await identifyCredential(credential, store, isUse);
  return identity && { ...identity, sessionToken };
}

async function identifyToken(header: string, store: Finder): Promise<Identity | undefined> {
  // A malformed one is looked up like any other and is nobody's.
  const [, token = ''] = /^Bearer ([\w.~+/=-]{1,512})$/.exec(header) ?? [];
  const means = token.startsWith(tokenPrefix) ? 'token' : 'admin-token';
  return token === '' ? undefined : identifyCredential({ means, hash: sha256(token) }, store);
}

/** Whoever has that now; undefined once it ended, expired or was revoked. */
export async function identifyCredential(
  credential: Credential,
  store: Finder,
  isUse = true,
): Promise<Identity | undefined> {
  const { means, hash } = credential;
  if (means === 'admin-token') {
    return (await store.isAdminTokenHash(hash))
      ? { ...serverAdministrator, credential }
      : undefined;
  }
  const found =
    means === 'session'
      ? await store.findSession(hash, sessionLimits, isUse)
      : await store.findToken(hash);
  if (!found) return undefined;
  const { person, roles, owns, scopes } = found;
  return {
    caller: { isAdministrator: person.isAdministrator, roles, owns, scopes },
    person,
    means,
    actor: person.login + ('tokenName' in found ? ` (${String(found.tokenName)})` : ''),
    credential,
  };
}

const serverAdministrator: Omit<Identity, 'credential'> = {
  caller: { isAdministrator: true, roles: new Map(), owns: new Set(), scopes: ['admin'] },
  means: 'admin-token',
  actor: "the server's administrator token",
};
