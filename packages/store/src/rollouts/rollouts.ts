import { LabcastError } from '@labcast/domain';
import { sql } from 'kysely';
import { asJson } from '../asJson.ts';
import { addEnvironment } from '../assignments.ts';
import type { Database } from '../connection/createDatabase.ts';
import { listLabs } from '../environments.ts';
import { lockAdmission } from '../lockAdmission.ts';
import { notify } from '../notify.ts';
import type { NewRollout, Rollout, RolloutId, RolloutStore } from '../rolloutStore.ts';
import type { AssignmentId, EnvironmentId, Store } from '../store.ts';
import { withoutNulls } from '../withoutNulls.ts';
import { listReleaseDisks } from './releaseDisks.ts';
import { listLabsUnderWay, listTargets, saveTarget } from './targets.ts';

type RolloutCalls =
  | 'createRollout'
  | 'getRollout'
  | 'findRollout'
  | 'listRollouts'
  | 'listUnfinishedRollouts'
  | 'listTargets'
  | 'listLabsUnderWay'
  | 'saveRollout'
  | 'listReleaseDisks'
  | 'saveTarget';

const ends: readonly Rollout['state'][] = ['done', 'cancelled', 'failed'];

export function createRollouts(database: Database): Pick<RolloutStore, RolloutCalls> {
  const listOf = (assignmentId: AssignmentId) =>
    database
      .selectFrom('rollout')
      .selectAll()
      .where('assignmentId', '=', assignmentId)
      .orderBy('number', 'desc');
  return {
    createRollout: (request, admit) => createRollout(database, request, admit),
    getRollout: (id) => getRollout(database, id),
    async findRollout(assignmentId, number) {
      const row = await listOf(assignmentId).where('number', '=', number).executeTakeFirst();
      return row && withoutNulls(row);
    },
    listRollouts: async (assignmentId) => (await listOf(assignmentId).execute()).map(withoutNulls),
    async listUnfinishedRollouts() {
      const rows = await database
        .selectFrom('rollout')
        .selectAll()
        .where('endedAt', 'is', null)
        .where('state', '<>', 'paused')
        .orderBy('createdAt')
        .execute();
      return rows.map(withoutNulls);
    },
    listReleaseDisks: (assignmentId) => listReleaseDisks(database, assignmentId),
    listTargets: (id) => listTargets(database, id),
    listLabsUnderWay: (id) => listLabsUnderWay(database, id),
    saveRollout: (id, { state, error }) =>
      database.transaction().execute(async (transaction) => {
        const isEnd = state !== undefined && ends.includes(state);
        const hasBegun = state === 'canary' || state === 'running';
        await transaction
          .updateTable('rollout')
          .set({
            ...(state && { state, endedAt: isEnd ? sql<Date>`now()` : null }),
            ...(hasBegun && { startedAt: sql<Date>`coalesce(started_at, now())` }),
            ...(error !== undefined && { error }),
          })
          .where('id', '=', id)
          .execute();
        const first = await transaction
          .selectFrom('rolloutTarget')
          .select('environmentId')
          .where('rolloutId', '=', id)
          .orderBy('position')
          .executeTakeFirst();
        if (first) await notify(transaction, { ...first, what: 'seen' });
      }),
    saveTarget: (id, environmentId, change) => saveTarget(database, { id, environmentId }, change),
  };
}

async function getRollout(database: Database, id: RolloutId): Promise<Rollout> {
  const row = await database
    .selectFrom('rollout')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new LabcastError('rollout-not-found', 'There is no such rollout.');
  return withoutNulls(row);
}

async function createRollout(
  database: Database,
  request: NewRollout,
  admit: Parameters<Store['createEnvironments']>[1],
): Promise<Rollout> {
  return database.transaction().execute(async (transaction) => {
    await lockAdmission(transaction);
    const { assignmentId } = request;
    const number = await nextNumber(transaction, assignmentId);
    if (request.places.length > 0) admit?.(await listLabs(transaction));
    const ids: { id: EnvironmentId; from?: number | undefined }[] = request.environments.map(
      ({ id, releaseNumber }) => ({ id, from: releaseNumber }),
    );
    for (const place of request.places) {
      ids.push(await addEnvironment(transaction, { ...place, assignmentId }));
    }
    const row = await transaction
      .insertInto('rollout')
      .values({
        assignmentId,
        number,
        kind: request.kind,
        releaseNumber: request.releaseNumber,
        canary: request.canary,
        atFirstOpen: request.atFirstOpen,
        ...(request.startsAt && { startsAt: request.startsAt }),
        choices: asJson(request.choices),
        script: request.script ?? null,
        requestedBy: request.requestedBy,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await addTargets(transaction, row.id, ids);
    const [first] = ids;
    if (first) await notify(transaction, { environmentId: first.id, what: 'seen' });
    return withoutNulls(row);
  });
}

async function addTargets(
  transaction: Database,
  rolloutId: RolloutId,
  environments: readonly { readonly id: EnvironmentId; readonly from?: number | undefined }[],
): Promise<void> {
  if (environments.length === 0) return;
  await transaction
    .insertInto('rolloutTarget')
    .values(
      environments.map(({ id, from }, position) => ({
        rolloutId,
        environmentId: id,
        position,
        fromRelease: from ?? null,
      })),
    )
    .execute();
}

/** Under the admission lock: one rollout of an assignment at a time. */
async function nextNumber(transaction: Database, assignmentId: AssignmentId): Promise<number> {
  const rows = await transaction
    .selectFrom('rollout')
    .select(['number', 'endedAt'])
    .where('assignmentId', '=', assignmentId)
    .orderBy('number', 'desc')
    .execute();
  const running = rows.find(({ endedAt }) => endedAt === null);
  if (running) {
    throw new LabcastError(
      'rollout-running',
      `Rollout ${String(running.number)} of this assignment is not at its end.`,
      { remedy: 'Wait for its end, or cancel it.' },
    );
  }
  return (rows[0]?.number ?? 0) + 1;
}
