import { asText } from '../asJson.ts';
import type { Database } from '../connection/createDatabase.ts';
import type { RunStore } from '../runStore.ts';

const mostLines = 2000;

export function createRunLog(database: Database): Pick<RunStore, 'appendRunLog' | 'listRunLog'> {
  return {
    async appendRunLog(runId, lines) {
      if (lines.length === 0) return;
      await database
        .insertInto('runLog')
        .values(
          lines.map(({ stage, attempt, copy, element, level, message }) => ({
            runId,
            stage,
            attempt,
            copy: copy ?? null,
            element: element ?? null,
            level,
            message: asText(message),
          })),
        )
        .execute();
    },
    async listRunLog(id, { after = '0', stage, attempt } = {}) {
      let query = database
        .selectFrom('runLog')
        .selectAll()
        .where('runId', '=', id)
        .where('id', '>', after);
      if (stage !== undefined) query = query.where('stage', '=', stage);
      if (attempt !== undefined) query = query.where('attempt', '=', attempt);
      const rows = await query.orderBy('id').limit(mostLines).execute();
      return rows.map(({ id, at, stage, attempt, level, message, copy, element }) => ({
        ...{ id, at, stage, attempt, level, message },
        ...(copy !== null && { copy }),
        ...(element !== null && { element }),
      }));
    },
  };
}
