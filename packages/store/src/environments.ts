import { LabcastError, parseEnvironmentKey } from '@labcast/domain';
import { sql } from 'kysely';
import { asJson } from './asJson.ts';
import type { Database } from './connection/createDatabase.ts';
import { lockAdmission } from './lockAdmission.ts';
import { markRemoved } from './markRemoved.ts';
import { notify } from './notify.ts';
import type { Environment, EnvironmentId, Store } from './store.ts';
import { withoutNulls } from './withoutNulls.ts';
import { momentOfChange } from './momentOfChange.ts';

type EnvironmentCalls =
  | 'findEnvironment'
  | 'getEnvironment'
  | 'listEnvironments'
  | 'listLabs'
  | 'listEnvironmentIds'
  | 'listEnvironmentsEver'
  | 'changeWanted'
  | 'saveStatus'
  | 'markRemoved';

export function createEnvironments(database: Database): Pick<Store, EnvironmentCalls> {
  return {
    async findEnvironment(assignmentName, name) {
      const row = await selectEnvironments(database)
        .where('environment.removedAt', 'is', null)
        .where('assignment.name', '=', assignmentName)
        .where('environment.name', '=', name)
        .executeTakeFirst();
      return row && toEnvironment(row);
    },
    getEnvironment: (id) => getEnvironment(database, id),
    listEnvironments: () => listEnvironments(database),
    listLabs: () => listLabs(database),
    async listEnvironmentIds() {
      const rows = await database
        .selectFrom('environment')
        .select('id')
        .where('removedAt', 'is', null)
        .orderBy('createdAt')
        .execute();
      return rows.map((row) => row.id);
    },
    async listEnvironmentsEver(assignmentName) {
      const rows = await selectEnvironments(database)
        .where('assignment.name', '=', assignmentName)
        .orderBy('environment.createdAt', 'desc')
        .execute();
      return rows.map(toEnvironment);
    },
    changeWanted: (id, change, admit, ifGeneration) =>
      changeWanted(database, { id, change, ifGeneration }, admit),
    saveStatus: (id, status, settledGeneration) =>
      database.transaction().execute(async (transaction) => {
        const json = asJson(status);
        const settled = settledGeneration ?? 0;
        const { numUpdatedRows } = await transaction
          .updateTable('environment')
          .set({
            status: json,
            settledGeneration: sql<number>`greatest(settled_generation, ${settled}::integer)`,
            updatedAt: momentOfChange,
          })
          .where('id', '=', id)
          .where('removedAt', 'is', null)
          // What is the same wakes nobody up.
          .where(
            sql<boolean>`(status <> ${json}::jsonb or settled_generation < ${settled}::integer)`,
          )
          .executeTakeFirst();
        if (numUpdatedRows > 0n) await notify(transaction, { environmentId: id, what: 'seen' });
      }),
    markRemoved: (id, status) => markRemoved(database, id, status),
  };
}

async function changeWanted(
  database: Database,
  {
    id,
    change,
    ifGeneration,
  }: {
    id: EnvironmentId;
    change: Parameters<Store['changeWanted']>[1];
    ifGeneration: number | undefined;
  },
  admit: Parameters<Store['changeWanted']>[2],
): Promise<Environment> {
  return database.transaction().execute(async (transaction) => {
    // Before the row's lock, in the order in which everybody takes the two.
    if (admit) await lockAdmission(transaction);
    await transaction
      .selectFrom('environment')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute();
    const before = await getEnvironment(transaction, id);
    refuseRevival(before, change);
    refuseThaw(before, change);
    if (ifGeneration !== undefined && isOutdated(before, ifGeneration)) {
      throw blueprintChanged(`${before.assignmentName}/${before.name}`);
    }
    if (admit) {
      const all = await listLabs(transaction);
      admit(all.filter((other) => other.id !== id));
    }
    await transaction
      .updateTable('environment')
      .set(columnsOf(before, change))
      .where('id', '=', id)
      .execute();
    await notify(transaction, { environmentId: id, what: 'wanted' });
    return getEnvironment(transaction, id);
  });
}

function columnsOf(before: Environment, change: Parameters<Store['changeWanted']>[1]) {
  const wakes = change.wanted === 'running' && before.wanted !== 'running';
  return {
    ...(change.wanted && { wanted: change.wanted }),
    ...(wakes && { wokenAt: sql<Date>`now()` }),
    ...(change.origins && { origins: asJson(change.origins) }),
    ...(change.sealed !== undefined && { sealed: change.sealed }),
    ...(change.beforeDisks && { beforeDisks: asJson(change.beforeDisks) }),
    ...(change.wishes && { wishes: asJson(change.wishes(before.wishes)) }),
    ...(change.blueprint !== undefined && {
      blueprint: change.blueprint,
      blueprintGeneration: before.generation + 1,
      changedBy: change.changedBy ?? null,
    }),
    generation: before.generation + 1,
    updatedAt: momentOfChange,
  };
}

/** What is being deleted may be half gone: to want it back would silently give an empty one under the same name. */
function refuseRevival(before: Environment, change: Parameters<Store['changeWanted']>[1]): void {
  if (before.wanted !== 'absent') return;
  if (
    change.blueprint === undefined &&
    change.wishes === undefined &&
    change.origins === undefined &&
    (change.wanted ?? 'absent') === 'absent' &&
    !before.removedAt
  )
    return;
  const name = `${before.assignmentName}/${before.name}`;
  throw before.removedAt
    ? new LabcastError('environment-not-found', `${name} was deleted.`, {
        remedy: 'Create it again.',
      })
    : new LabcastError('environment-not-found', `${name} is being deleted.`, {
        remedy: 'Wait until it is gone, then create it again.',
      });
}

/** What is frozen does not run again until it is given more time. */
function refuseThaw(before: Environment, { wanted }: { wanted?: Environment['wanted'] }): void {
  if (wanted !== 'running' || !before.frozenAt) return;
  const name = `${before.assignmentName}/${before.name}`;
  throw new LabcastError('environment-frozen', `${name} was frozen at its deadline.`, {
    remedy: 'The instructor can give more time, or open a copy of it.',
  });
}

/** Whether the blueprint is another one than in that generation; a start or a restart since then leaves it as it was. */
export function isOutdated(
  { generation, blueprintGeneration }: Pick<Environment, 'generation' | 'blueprintGeneration'>,
  known: number,
): boolean {
  return known < blueprintGeneration || known > generation;
}

export function blueprintChanged(name: string): LabcastError {
  return new LabcastError('blueprint-changed', `Somebody else has changed ${name} meanwhile.`, {
    remedy: 'Look at what it is now, and make your change to that.',
  });
}

export async function getEnvironment(database: Database, id: EnvironmentId): Promise<Environment> {
  const row = await selectEnvironments(database)
    .where('environment.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new LabcastError('environment-not-found', 'There is no such environment.');
  return toEnvironment(row);
}

/** Those not removed, oldest first; a class, which is made at one moment, by name. */
async function listEnvironments(database: Database): Promise<Environment[]> {
  const rows = await selectEnvironments(database)
    .where('environment.removedAt', 'is', null)
    .orderBy('environment.createdAt')
    .orderBy('environment.name')
    .execute();
  return rows.map(toEnvironment);
}

/** Checkpoints promise nothing to anybody: their disks share what their labs hold, and never run. */
export async function listLabs(database: Database): Promise<Environment[]> {
  return (await listEnvironments(database)).filter(({ role }) => role !== 'checkpoint');
}

/** With what of its assignment is told with each. */
export function selectEnvironments(database: Database) {
  return database
    .selectFrom('environment')
    .innerJoin('assignment', 'assignment.id', 'environment.assignmentId')
    .selectAll('environment')
    .select([
      'assignment.name as assignmentName',
      'assignment.type as assignmentType',
      'assignment.courseId',
      'assignment.deadline',
      'assignment.idleMinutes',
      'assignment.exam',
      // Of a rollout that begins later, and in which it waits for its turn.
      sql<Date | null>`(
        select rollout.starts_at
        from rollout_target join rollout on rollout.id = rollout_target.rollout_id
        where rollout_target.environment_id = environment.id and rollout_target.state = 'waiting'
          and rollout.ended_at is null and rollout.kind = 'deploy' and rollout.starts_at > now()
        limit 1)`.as('deployAt'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEnvironments>['executeTakeFirstOrThrow']>>;

export function toEnvironment(found: Row): Environment {
  return { ...withoutNulls(found), key: parseEnvironmentKey(found.key) };
}
