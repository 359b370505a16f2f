import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import type {
  PeopleStore,
  PersonId,
  SignInAttempt,
  SignInLimits,
  TryLimit,
} from '../peopleStore.ts';
import { rememberedFor } from './sessions.ts';

export function createSignInAttempts(
  database: Database,
): Pick<PeopleStore, 'beginSignIn' | 'forgetSignIns'> {
  return {
    beginSignIn: (attempt, limits) =>
      database.transaction().execute(async (transaction) => {
        await lock(transaction, attempt);
        const waits: number[] = [];
        for (const [key, limit] of await limitsFor(transaction, attempt, limits)) {
          waits.push(await secondsToWait(transaction, key, limit));
        }
        const retryAfterSeconds = Math.max(0, ...waits);
        // One that is refused does not count: whoever waits is let in.
        if (retryAfterSeconds > 0) return { retryAfterSeconds };
        const { loginHash: login, address } = attempt;
        await transaction.insertInto('signInAttempt').values({ login, address }).execute();
        return {};
      }),
    async forgetSignIns({ loginHash, address }) {
      await database
        .deleteFrom('signInAttempt')
        .where((row) =>
          row.or([
            row.and({ login: loginHash, address }),
            row('at', '<', sql<Date>`now() - interval '1 day'`),
          ]),
        )
        .execute();
    },
  };
}

/** First the login and then the address, always: many tries at once count one after the other. */
async function lock(transaction: Database, { loginHash, address }: SignInAttempt): Promise<void> {
  for (const what of [`sign-in login ${loginHash}`, `sign-in address ${address}`]) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(transaction);
  }
}

/** Asked for, too: a login that nobody has must take as long as another. */
const nobody = '00000000-0000-0000-0000-000000000000' as PersonId;

type Key = Readonly<Partial<Record<'login' | 'address', string>>>;

/**
 * Somebody who signed in from there lately is held up by nobody else's failures: neither by those of a neighbour behind the
 * same address nor by those of a stranger who tries the login from elsewhere.
 */
async function limitsFor(
  transaction: Database,
  { loginHash: login, address, personId }: SignInAttempt,
  limits: SignInLimits,
): Promise<(readonly [Key, TryLimit])[]> {
  const pair = [{ login, address }, limits.pair] as const;
  const session = await transaction
    .selectFrom('session')
    .select('hash')
    .where('personId', '=', personId ?? nobody)
    .where('address', '=', address)
    .where('createdAt', '>', sql<Date>`now() - ${rememberedFor}::interval`)
    .limit(1)
    .executeTakeFirst();
  if (session) return [pair];
  return [pair, [{ address }, limits.address], [{ login }, limits.login]];
}

/** Until the oldest of the tries that are too many has left the window. */
async function secondsToWait(
  transaction: Database,
  key: Key,
  { most, seconds }: TryLimit,
): Promise<number> {
  const row = await transaction
    .selectFrom('signInAttempt')
    .select(sql<number>`ceil(${seconds} - extract(epoch from now() - at))::integer`.as('wait'))
    .where((where) => where.and(key))
    .where('at', '>', sql<Date>`now() - make_interval(secs => ${seconds})`)
    .orderBy('at', 'desc')
    .offset(most - 1)
    .limit(1)
    .executeTakeFirst();
  return row ? Math.max(1, row.wait) : 0;
}
