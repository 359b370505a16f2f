import { LabcastError, makeSlug } from '@labcast/domain';
import type { Selectable } from 'kysely';
import { asJson } from './asJson.ts';
import type { Database } from './connection/createDatabase.ts';
import { violatedUnique } from './connection/databaseError.ts';
import { createEnvironment } from './createEnvironment.ts';
import type { NewEnvironment } from './createEnvironment.ts';
import { listLabs } from './environments.ts';
import { lockAdmission } from './lockAdmission.ts';
import type { Schema } from './schema.ts';
import type { Assignment, AssignmentId, Environment, Store } from './store.ts';

export function createAssignments(
  database: Database,
): Pick<Store, 'createAssignment' | 'createEnvironments' | 'listAssignments'> {
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
    createEnvironments: (requests, admit) =>
      database.transaction().execute(async (transaction) => {
        await lockAdmission(transaction);
        admit?.(await listLabs(transaction));
        const made: Environment[] = [];
        for (const request of requests) made.push(await addEnvironment(transaction, request));
        return made;
      }),
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

export async function addEnvironment(
  transaction: Database,
  request: NewEnvironment,
): Promise<Environment> {
  const assignment = await transaction
    .selectFrom('assignment')
    .select('id')
    .where('id', '=', request.assignmentId)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!assignment)
    throw new LabcastError('assignment-not-found', 'The assignment was deleted meanwhile.');
  try {
    return await createEnvironment(transaction, request);
  } catch (error) {
    if (violatedUnique(error) !== 'environment_name') throw error;
    throw new LabcastError('name-taken', `There is an environment ${request.name} already.`, {
      cause: error,
      remedy: 'Wait until it is gone, or choose another name.',
    });
  }
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
  admit(await listLabs(transaction));
  const dev = { assignmentId, role: 'dev', name: 'dev', wanted: 'running', blueprint } as const;
  return createEnvironment(transaction, dev);
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
