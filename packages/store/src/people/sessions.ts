import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import type { PeopleStore } from '../peopleStore.ts';
import { findSignedIn } from './signedIn.ts';

type SessionCalls = 'beginSession' | 'findSession' | 'endSession' | 'listSessions' | 'endSessionOf';

/** Of its hash, which is no secret itself, as much as tells two apart. */
const idOf = sql<string>`left(hash, 16)`;

/** Ended ones tell for so long from where somebody signs in; see `signInAttempts`. */
export const rememberedFor = '30 days';

export function createSessions(database: Database): Pick<PeopleStore, SessionCalls> {
  return {
    async beginSession(session) {
      await database
        .deleteFrom('session')
        .where('createdAt', '<', sql<Date>`now() - ${rememberedFor}::interval`)
        .execute();
      await database.insertInto('session').values(session).execute();
    },
    async findSession(hash, { idleSeconds, longestSeconds }, isUse) {
      const row = await database
        .selectFrom('session')
        .select(['personId', sql<boolean>`seen_at < now() - interval '1 minute'`.as('isStale')])
        .where('hash', '=', hash)
        .where('endedAt', 'is', null)
        .where('seenAt', '>', sql<Date>`now() - make_interval(secs => ${idleSeconds})`)
        .where('createdAt', '>', sql<Date>`now() - make_interval(secs => ${longestSeconds})`)
        .executeTakeFirst();
      if (!row) return undefined;
      // To the minute, so that not every request writes.
      if (isUse && row.isStale) {
        await database
          .updateTable('session')
          .set({ seenAt: sql<Date>`now()` })
          .where('hash', '=', hash)
          .execute();
      }
      // Whoever sits there in person may do all that the person may do.
      return findSignedIn(database, row.personId, ['admin']);
    },
    async endSession(hash) {
      await database
        .updateTable('session')
        .set({ endedAt: sql<Date>`now()` })
        .where('hash', '=', hash)
        .where('endedAt', 'is', null)
        .execute();
    },
    async listSessions(personId, ownHash, { idleSeconds, longestSeconds }) {
      const rows = await database
        .selectFrom('session')
        .select(['hash', 'address', 'createdAt', 'seenAt', idOf.as('id')])
        .where('personId', '=', personId)
        .where('endedAt', 'is', null)
        .where('seenAt', '>', sql<Date>`now() - make_interval(secs => ${idleSeconds})`)
        .where('createdAt', '>', sql<Date>`now() - make_interval(secs => ${longestSeconds})`)
        .orderBy('seenAt', 'desc')
        .execute();
      return rows.map(({ hash, ...row }) => ({ ...row, isOwn: hash === ownHash }));
    },
    async endSessionOf(personId, id) {
      await database
        .updateTable('session')
        .set({ endedAt: sql<Date>`now()` })
        .where('personId', '=', personId)
        .where(idOf, '=', id)
        .where('endedAt', 'is', null)
        .execute();
    },
  };
}
