import { sql } from 'kysely';
import { asText } from '../asJson.ts';
import type { Database } from '../connection/createDatabase.ts';
import { notify } from '../notify.ts';
import type { RolloutStore } from '../rolloutStore.ts';

export function createClassMessages(
  database: Database,
): Pick<RolloutStore, 'sendMessage' | 'listMessages'> {
  return {
    sendMessage: (ids, text, sentBy) =>
      database.transaction().execute(async (transaction) => {
        for (const environmentId of ids) {
          await transaction
            .insertInto('classMessage')
            .values({ environmentId, text: asText(text), sentBy })
            .execute();
          await notify(transaction, { environmentId, what: 'seen' });
        }
      }),
    listMessages: (environmentId) =>
      database
        .selectFrom('classMessage')
        .select(['text', 'sentBy', 'at'])
        .where('environmentId', '=', environmentId)
        .where('at', '>', sql<Date>`now() - interval '1 day'`)
        .orderBy('at', 'desc')
        .limit(20)
        .execute(),
  };
}
