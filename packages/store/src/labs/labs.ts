import type { Database } from '../connection/createDatabase.ts';
import { selectEnvironments, toEnvironment } from '../environments.ts';
import { isUuid } from '../isUuid.ts';
import { createCheckResults } from './checkResults.ts';
import { createHelpRequests } from './helpRequests.ts';
import type { LabStore } from '../labStore.ts';
import type { EnvironmentId } from '../store.ts';

export function createLabs(database: Database): LabStore {
  const select = () =>
    selectEnvironments(database)
      .where('environment.removedAt', 'is', null)
      .where('environment.role', '<>', 'checkpoint');
  return {
    ...createCheckResults(database),
    ...createHelpRequests(database),
    async findLab(id) {
      if (!isUuid(id)) return undefined;
      const row = await select()
        .where('environment.id', '=', id as EnvironmentId)
        .executeTakeFirst();
      return row && toEnvironment(row);
    },
    listLabOwners: (environmentId) =>
      database
        .selectFrom('environmentOwner')
        .innerJoin('person', 'person.id', 'environmentOwner.personId')
        .select(['person.id', 'person.name'])
        .where('environmentOwner.environmentId', '=', environmentId)
        .orderBy('person.name')
        .execute(),
    async listOwnLabs(personId) {
      const rows = await select()
        .innerJoin('environmentOwner', 'environmentOwner.environmentId', 'environment.id')
        .where('environmentOwner.personId', '=', personId)
        .orderBy('environment.createdAt', 'desc')
        .execute();
      return rows.map(toEnvironment);
    },
  };
}
