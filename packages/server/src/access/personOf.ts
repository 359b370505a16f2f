import { LabcastError } from '@labcast/domain';
import type { Person } from '@labcast/store';
import type { FastifyRequest } from 'fastify';

/** Whose account is meant. Throws `not-permitted` for the server's own token, which is nobody's. */
export function personOf({ identity }: FastifyRequest): Person {
  if (identity?.person) return identity.person;
  throw new LabcastError('not-permitted', "The server's administrator token is nobody's account.", {
    remedy: 'Sign in with an account.',
  });
}
