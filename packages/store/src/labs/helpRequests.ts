import type { Database } from '../connection/createDatabase.ts';
import type { LabStore } from '../labStore.ts';
import { notify } from '../notify.ts';

type HelpCalls = 'askHelp' | 'endHelp' | 'listHelpRequests';

export function createHelpRequests(database: Database): Pick<LabStore, HelpCalls> {
  return {
    askHelp: (environmentId, request) =>
      database.transaction().execute(async (transaction) => {
        const made = await transaction
          .insertInto('helpRequest')
          .values({ environmentId, ...request })
          .onConflict((conflict) =>
            // Whoever waits keeps the place in the queue.
            conflict.column('environmentId').doUpdateSet({ message: request.message }),
          )
          .returningAll()
          .executeTakeFirstOrThrow();
        await notify(transaction, { environmentId, what: 'seen' });
        return made;
      }),
    endHelp: (environmentId) =>
      database.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('helpRequest')
          .where('environmentId', '=', environmentId)
          .executeTakeFirst();
        if (numDeletedRows > 0n) await notify(transaction, { environmentId, what: 'seen' });
      }),
    async listHelpRequests(environmentIds) {
      if (environmentIds.length === 0) return [];
      return database
        .selectFrom('helpRequest')
        .selectAll()
        .where('environmentId', 'in', environmentIds)
        .orderBy('since')
        .execute();
    },
  };
}
