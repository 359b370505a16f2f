import { asJson, asText } from '../asJson.ts';
import type { Database } from '../connection/createDatabase.ts';
import { selectEnvironments, toEnvironment } from '../environments.ts';
import { notify } from '../notify.ts';
import type { RolloutId, RolloutStore, RolloutTarget } from '../rolloutStore.ts';
import type { Environment, EnvironmentId } from '../store.ts';
import { withoutNulls } from '../withoutNulls.ts';

export async function listTargets(database: Database, id: RolloutId): Promise<RolloutTarget[]> {
  const rows = await select(database).where('rolloutId', '=', id).orderBy('position').execute();
  return rows.map(withoutNulls);
}

export async function listLabsUnderWay(database: Database, id: RolloutId): Promise<Environment[]> {
  const rows = await selectEnvironments(database)
    .innerJoin('rolloutTarget', 'rolloutTarget.environmentId', 'environment.id')
    .where('rolloutTarget.rolloutId', '=', id)
    .where('rolloutTarget.state', 'in', ['waiting', 'starting', 'failed'])
    .where('environment.removedAt', 'is', null)
    .execute();
  return rows.map(toEnvironment);
}

export async function saveTarget(
  database: Database,
  { id, environmentId }: { id: RolloutId; environmentId: EnvironmentId },
  { elements, error, ...change }: Parameters<RolloutStore['saveTarget']>[2],
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('rolloutTarget')
      .set({
        ...change,
        ...(elements && { elements: asJson(elements) }),
        ...(error !== undefined && { error: error === null ? null : asText(error) }),
      })
      .where('rolloutId', '=', id)
      .where('environmentId', '=', environmentId)
      .execute();
    await notify(transaction, { environmentId, what: 'seen' });
  });
}

function select(database: Database) {
  return database
    .selectFrom('rolloutTarget')
    .innerJoin('environment', 'environment.id', 'rolloutTarget.environmentId')
    .selectAll('rolloutTarget')
    .select('environment.name as environment');
}
