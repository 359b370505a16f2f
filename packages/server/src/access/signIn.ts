import { LabcastError, normalizeLogin } from '@labcast/domain';
import type { Person, SignInLimits, Store } from '@labcast/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RouteDeps } from '../deps.ts';
import { RefusalWithDetails } from '../refusalWithDetails.ts';
import { clientAddress } from './clientAddress.ts';
import { isPassword } from './passwords.ts';
import { newSecret, sha256 } from './secrets.ts';
import { readSessionCookie, setSessionCookie } from './sessionCookie.ts';

const quarter = 15 * 60;
/** A class behind one address mistypes much; a stranger who guesses gets nowhere in years. */
const limits: SignInLimits = {
  pair: { most: 5, seconds: 5 * 60 },
  address: { most: 100, seconds: quarter },
  login: { most: 50, seconds: quarter },
};

/** Throws `sign-in-refused` and `too-many-tries`, in the same words and time for a login that nobody has. */
export async function checkPassword(
  store: Pick<Store, 'findPassword' | 'beginSignIn' | 'forgetSignIns'>,
  request: FastifyRequest,
  given: { readonly login: string; readonly password: string },
): Promise<Person> {
  const login = normalizeLogin(given.login);
  const found = await store.findPassword(login);
  const attempt = {
    loginHash: sha256(login),
    address: clientAddress(request),
    ...(found && { personId: found.person.id }),
  };
  const { retryAfterSeconds } = await store.beginSignIn(attempt, limits);
  if (retryAfterSeconds !== undefined) throw tooManyTries(retryAfterSeconds);
  const isRight = await isPassword(given.password, found?.passwordHash);
  if (!found || !isRight) {
    throw new LabcastError('sign-in-refused', 'Login or password are not right.', {
      remedy: 'Try again, or ask an administrator for a new password.',
    });
  }
  await store.forgetSignIns(attempt);
  return found.person;
}

/** For what else can be guessed. Throws `too-many-tries`. */
export async function countTry(
  store: Pick<Store, 'beginSignIn'>,
  request: FastifyRequest,
  guess: string,
): Promise<void> {
  const attempt = { loginHash: sha256(guess), address: clientAddress(request) };
  const { retryAfterSeconds } = await store.beginSignIn(attempt, limits);
  if (retryAfterSeconds !== undefined) throw tooManyTries(retryAfterSeconds);
}

/** Always a new session, and an end to the one that the browser had: a planted one is worth nothing. */
export async function beginSession(
  { store, settings }: Pick<RouteDeps, 'store' | 'settings'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { id: personId }: Person,
): Promise<string> {
  const before = readSessionCookie(request);
  if (before !== undefined) await store.endSession(sha256(before));
  const token = newSecret();
  await store.beginSession({ hash: sha256(token), personId, address: clientAddress(request) });
  setSessionCookie(request, reply, { token, settings });
  return token;
}

function tooManyTries(retryAfterSeconds: number): LabcastError {
  const wait =
    retryAfterSeconds < 90
      ? `${retryAfterSeconds} seconds`
      : `${Math.ceil(retryAfterSeconds / 60)} minutes`;
  return new RefusalWithDetails(
    'too-many-tries',
    'That were too many tries to sign in.',
    { remedy: `Try again in ${wait}.` },
    { retryAfterSeconds },
  );
}
