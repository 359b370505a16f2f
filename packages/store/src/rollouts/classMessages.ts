import { asText } from '../asJson.ts';
import type { Database } from '../connection/createDatabase.ts';
import { notify } from '../notify.ts';
import { mostMessages } from '../rolloutStore.ts';
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
          await notify(transaction, { environmentId, what: 'messages' });
        }
      }),
    listMessages: (environmentId) =>
      database
        .selectFrom('classMessage')
        .select(['id', 'text', 'sentBy', 'at'])
        .where('environmentId', '=', environmentId)
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(mostMessages)
        .execute(),
  };
}
