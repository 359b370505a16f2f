import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import { viewerSeconds } from '../consoleStore.ts';
import type { ConsoleStore } from '../consoleStore.ts';
import { notify } from '../notify.ts';

type ViewerCalls = 'enterConsole' | 'keepConsoles' | 'leaveConsole' | 'listConsoleViewers';

export function createConsoleViewers(database: Database): Pick<ConsoleStore, ViewerCalls> {
  const isAlive = sql<boolean>`seen_at > now() - make_interval(secs => ${viewerSeconds})`;
  return {
    enterConsole: (environmentId, viewer) =>
      database.transaction().execute(async (transaction) => {
        // Those of a process that died without leaving.
        await transaction
          .deleteFrom('consoleViewer')
          .where(sql<boolean>`not ${isAlive}`)
          .execute();
        const { id } = await transaction
          .insertInto('consoleViewer')
          .values({ ...viewer, environmentId })
          .returning('id')
          .executeTakeFirstOrThrow();
        await notify(transaction, { environmentId, what: 'viewers' });
        return id;
      }),
    async keepConsoles(ids) {
      if (ids.length === 0) return;
      const kept = await database
        .updateTable('consoleViewer')
        .set({ seenAt: sql<Date>`now()` })
        .where('id', 'in', ids)
        .returning('environmentId')
        .execute();
      if (kept.length === 0) return;
      // Whoever has a console open is there: its lab is not idle.
      await database
        .updateTable('environment')
        .set({ lastSeenAt: sql<Date>`now()` })
        .where(
          'id',
          'in',
          kept.map(({ environmentId }) => environmentId),
        )
        .where('role', '=', 'student')
        .execute();
    },
    leaveConsole: (id) =>
      database.transaction().execute(async (transaction) => {
        const left = await transaction
          .deleteFrom('consoleViewer')
          .where('id', '=', id)
          .returning('environmentId')
          .executeTakeFirst();
        if (left) await notify(transaction, { ...left, what: 'viewers' });
      }),
    async listConsoleViewers(environmentId) {
      return database
        .selectFrom('consoleViewer')
        .select(['element', 'console', 'mode', 'personName', 'since'])
        .where('environmentId', '=', environmentId)
        .where(isAlive)
        .orderBy('since')
        .execute();
    },
  };
}
