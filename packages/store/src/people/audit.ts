import { asText } from '../asJson.ts';
import type { Database } from '../connection/createDatabase.ts';
import type { PeopleStore } from '../peopleStore.ts';

const mostEntries = 200;

export function createAudit(database: Database): Pick<PeopleStore, 'appendAudit' | 'listAudit'> {
  return {
    async appendAudit({ personId, target, ...entry }) {
      await database
        .insertInto('auditEntry')
        .values({ ...entry, personId: personId ?? null, target: asText(target) })
        .execute();
    },
    async listAudit(before) {
      const rows = await database
        .selectFrom('auditEntry')
        .selectAll()
        .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
        .orderBy('id', 'desc')
        .limit(mostEntries)
        .execute();
      return rows.map(({ personId, ...row }) => ({
        ...row,
        ...(personId !== null && { personId }),
      }));
    },
  };
}
