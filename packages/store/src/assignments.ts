import { randomInt } from 'node:crypto';
import { initialStatus, LabcastError, makeSlug, parseEnvironmentKey } from '@labcast/domain';
import type { EnvironmentKey } from '@labcast/domain';
import type { Selectable } from 'kysely';
import { asJson } from './asJson.ts';
import type { Database } from './connection/createDatabase.ts';
import { violatedUnique } from './connection/databaseError.ts';
import { getEnvironment, listEnvironments } from './environments.ts';
import { lockAdmission } from './lockAdmission.ts';
import { notify } from './notify.ts';
import type { Schema } from './schema.ts';
import type { Assignment, AssignmentId, Environment, Store } from './store.ts';

export function createAssignments(
  database: Database,
): Pick<Store, 'createAssignment' | 'listAssignments'> {
  return {
    async createAssignment(request, admit) {
      try {
        return await createAssignment(database, request, admit);
      } catch (error) {
        if (violatedUnique(error) !== 'assignment_name') throw error;
        throw new LabcastError(
          'name-taken',
          `There is an assignment called ${request.name} already.`,
          {
            cause: error,
            remedy: `Choose another name, or delete it first with "labcast destroy ${request.name}".`,
          },
        );
      }
    },
    async listAssignments() {
      const rows = await database
        .selectFrom('assignment')
        .selectAll()
        .where('removedAt', 'is', null)
        .orderBy('createdAt')
        .execute();
      return rows.map(toAssignment);
    },
  };
}

async function createAssignment(
  database: Database,
  request: Parameters<Store['createAssignment']>[0],
  admit: (others: readonly Environment[]) => void,
): Promise<{ assignment: Assignment; environment: Environment }> {
  return database.transaction().execute(async (transaction) => {
    await lockAdmission(transaction);
    // First, so that a taken name is said before anything about room.
    const assignment = await transaction
      .insertInto('assignment')
      .values({
        name: request.name,
        type: request.type ?? null,
        parameters: asJson(request.parameters),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const environment = await createDev(transaction, assignment.id, request.blueprint, admit);
    return { assignment: toAssignment(assignment), environment };
  });
}

/** Inside a transaction that has the admission lock. */
export async function createDev(
  transaction: Database,
  assignmentId: AssignmentId,
  blueprint: string,
  admit: (others: readonly Environment[]) => void,
): Promise<Environment> {
  const others = await listEnvironments(transaction);
  admit(others);
  const { id } = await transaction
    .insertInto('environment')
    .values({
      key: await unusedKey(transaction),
      assignmentId,
      role: 'dev',
      name: 'dev',
      wanted: 'running',
      blueprint,
      uplinkIndex: lowestFreeUplinkIndex(others),
      status: asJson(initialStatus),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await notify(transaction, { environmentId: id, what: 'wanted' });
  return getEnvironment(transaction, id);
}

/** The host itself has the first address of the uplink. */
function lowestFreeUplinkIndex(others: readonly Environment[]): number {
  const used = new Set(others.map((other) => other.uplinkIndex));
  let index = 2;
  while (used.has(index)) index++;
  return index;
}

/** Never one that an environment ever had: what was forgotten somewhere must not be taken for the new one's. */
async function unusedKey(transaction: Database): Promise<EnvironmentKey> {
  for (;;) {
    const key = randomKey();
    const taken = await transaction
      .selectFrom('environment')
      .select('id')
      .where('key', '=', key)
      .executeTakeFirst();
    if (!taken) return key;
  }
}

function randomKey(): EnvironmentKey {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const characters = `${letters}0123456789`;
  const pick = (from: string) => from.charAt(randomInt(from.length));
  return parseEnvironmentKey(
    pick(letters) + Array.from({ length: 6 }, () => pick(characters)).join(''),
  );
}

export function toAssignment(row: Selectable<Schema['assignment']>): Assignment {
  const { id, name, type, parameters, createdAt, courseId, draft, removedAt } = row;
  const title = row.title ?? name;
  return {
    id,
    name,
    ...(type !== null && { type }),
    parameters,
    createdAt,
    ...(courseId !== null && { courseId }),
    title,
    slug: row.code === null ? name : makeSlug(title, row.code, 'assignment'),
    ...(draft !== null && { draft }),
    ...(removedAt && { removedAt }),
  };
}
