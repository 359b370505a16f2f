import { asText } from '../asJson.ts';
import type { Database } from '../connection/createDatabase.ts';
import { containing } from '../containing.ts';
import type { PeopleStore } from '../peopleStore.ts';

export function createAudit(database: Database): Pick<PeopleStore, 'appendAudit' | 'listAudit'> {
  return {
    async appendAudit({ personId, target, ...entry }) {
      await database
        .insertInto('auditEntry')
        .values({ ...entry, personId: personId ?? null, target: asText(target) })
        .execute();
    },
    async listAudit({ actor, what, since, until, before, most }) {
      const [actorPart, whatPart] = [containing(actor), containing(what)];
      const rows = await database
        .selectFrom('auditEntry')
        .selectAll()
        .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
        .$if(actor !== undefined, (query) => query.where('actor', 'ilike', actorPart))
        .$if(what !== undefined, (query) =>
          query.where((where) =>
            where.or([where('action', 'ilike', whatPart), where('target', 'ilike', whatPart)]),
          ),
        )
        .$if(since !== undefined, (query) => query.where('at', '>=', since ?? new Date(0)))
        .$if(until !== undefined, (query) => query.where('at', '<', until ?? new Date(0)))
        .orderBy('id', 'desc')
        .limit(most)
        .execute();
      return rows.map(({ personId, ...row }) => ({
        ...row,
        ...(personId !== null && { personId }),
      }));
    },
  };
}
