import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import type { LiveStore } from '../liveStore.ts';
import { notify } from '../notify.ts';

type PresenceCalls = 'markPresent' | 'markAbsent' | 'listPresent';

const now = sql<Date>`now()`;

export function createPresence(database: Database): Pick<LiveStore, PresenceCalls> {
  return {
    markPresent: (environmentId, personId, seconds) =>
      database.transaction().execute(async (transaction) => {
        // Nobody tells that a page was closed: whoever is left finds out and tells the others.
        const silent = await transaction
          .deleteFrom('presence')
          .where('environmentId', '=', environmentId)
          .where('until', '<=', now)
          .executeTakeFirst();
        const known = await transaction
          .selectFrom('presence')
          .select('personId')
          .where('environmentId', '=', environmentId)
          .where('personId', '=', personId)
          .executeTakeFirst();
        const until = sql<Date>`now() + make_interval(secs => ${seconds})`;
        await transaction
          .insertInto('presence')
          .values({ environmentId, personId, until })
          .onConflict((conflict) =>
            conflict.columns(['environmentId', 'personId']).doUpdateSet({ until }),
          )
          .execute();
        await transaction
          .updateTable('environment')
          .set({ lastSeenAt: sql<Date>`now()` })
          .where('id', '=', environmentId)
          .where(
            sql<boolean>`exists (select from environment_owner
            where environment_id = environment.id and person_id = ${personId}::uuid)`,
          )
          .execute();
        if (!known || silent.numDeletedRows > 0n)
          await notify(transaction, { environmentId, what: 'presence' });
      }),
    markAbsent: (environmentId, personId) =>
      database.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('presence')
          .where('environmentId', '=', environmentId)
          .where('personId', '=', personId)
          .executeTakeFirst();
        if (numDeletedRows > 0n) await notify(transaction, { environmentId, what: 'presence' });
      }),
    listPresent: (environmentId) =>
      database
        .selectFrom('presence')
        .innerJoin('person', 'person.id', 'presence.personId')
        .select(['person.id', 'person.name'])
        .where('environmentId', '=', environmentId)
        .where('until', '>', now)
        .orderBy('person.name')
        .orderBy('person.id')
        .execute(),
  };
}
