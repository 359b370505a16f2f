import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import type { AppVisit, ConsoleStore } from '../consoleStore.ts';
import type { Schema } from '../schema.ts';

type VisitCalls = 'saveAppTicket' | 'useAppTicket' | 'findAppVisit';

/** Older than any session lasts. */
const rememberedFor = '8 days';

export function createAppVisits(database: Database): Pick<ConsoleStore, VisitCalls> {
  return {
    async saveAppTicket(ticketHash, { credential, ...visit }) {
      const isOld = sql<boolean>`created_at < now() - ${rememberedFor}::interval
        or (cookie_hash is null and created_at < now() - interval '1 hour')`;
      await database.deleteFrom('appVisit').where(isOld).execute();
      await database
        .insertInto('appVisit')
        .values({ ...visit, ticketHash, means: credential.means, credentialHash: credential.hash })
        .execute();
    },
    async useAppTicket(ticketHash, cookieHash, validSeconds) {
      const row = await database
        .updateTable('appVisit')
        .set({ cookieHash })
        .where('ticketHash', '=', ticketHash)
        .where('cookieHash', 'is', null)
        .where('createdAt', '>', sql<Date>`now() - make_interval(secs => ${validSeconds})`)
        .returningAll()
        .executeTakeFirst();
      return row && toVisit(row);
    },
    async findAppVisit(cookieHash, longestSeconds) {
      const row = await database
        .selectFrom('appVisit')
        .selectAll()
        .where('cookieHash', '=', cookieHash)
        .where('createdAt', '>', sql<Date>`now() - make_interval(secs => ${longestSeconds})`)
        .executeTakeFirst();
      return row && toVisit(row);
    },
  };
}

function toVisit(row: Selectable<Schema['appVisit']>): AppVisit {
  const { environmentId, element, port, means, credentialHash, platformOrigin } = row;
  const credential = { means, hash: credentialHash };
  return { environmentId, element, port, credential, platformOrigin };
}
