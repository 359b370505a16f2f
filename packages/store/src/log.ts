import { asText } from './asJson.ts';
import type { Database } from './connection/createDatabase.ts';
import { notify } from './notify.ts';
import type { Store } from './store.ts';

/** One answer's worth; whoever wants more asks again after the last line. */
const mostLines = 5_000;

export function createLog(database: Database): Pick<Store, 'appendLog' | 'listLog'> {
  return {
    appendLog: (environmentId, { level, element, message }) =>
      database.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('logLine')
          .values({ environmentId, level, element: element ?? null, message: asText(message) })
          .execute();
        await notify(transaction, { environmentId, what: 'seen' });
      }),
    async listLog(environmentId, after = '0') {
      const rows = await database
        .selectFrom('logLine')
        .selectAll()
        .where('environmentId', '=', environmentId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(mostLines)
        .execute();
      return rows.map(({ id, at, level, element, message }) => ({
        id,
        at,
        level,
        ...(element !== null && { element }),
        message,
      }));
    },
  };
}
