import { codeOfSlug, LabcastError, makeSlug } from '@labcast/domain';
import { sql } from 'kysely';
import { createDev, toAssignment } from '../assignments.ts';
import { asJson } from '../asJson.ts';
import type { Database } from '../connection/createDatabase.ts';
import { hasEnvironment } from '../hasEnvironment.ts';
import type { CourseId, CourseStore } from '../courseStore.ts';
import { blueprintChanged } from '../environments.ts';
import { lockAdmission } from '../lockAdmission.ts';
import type { Assignment, AssignmentId, Environment } from '../store.ts';
import { unusedCode } from './unusedCode.ts';

type AssignmentCalls =
  | 'createCourseAssignment'
  | 'createDevEnvironment'
  | 'findAssignment'
  | 'listAssignmentsEver'
  | 'renameAssignment'
  | 'beginRemoval'
  | 'listHalfRemoved';

export function createCourseAssignments(database: Database): Pick<CourseStore, AssignmentCalls> {
  return {
    createCourseAssignment: (request, admit) =>
      database.transaction().execute(async (transaction) => {
        if (admit) await lockAdmission(transaction);
        await refuseUnlessOpen(transaction, request.courseId);
        const { courseId, title, type, parameters, blueprint } = request;
        const code = await unusedCode(transaction, 'assignment');
        const row = await transaction
          .insertInto('assignment')
          .values({
            // Unique, because the code is.
            name: makeSlug(title, code, 'assignment'),
            type: type ?? null,
            parameters: asJson(parameters),
            courseId,
            code,
            title,
            draft: admit ? null : blueprint,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        if (admit) await createDev(transaction, row.id, blueprint, admit);
        return toAssignment(row);
      }),
    createDevEnvironment: (id, blueprint, admit) =>
      createDevEnvironment(database, id, blueprint, admit),
    findAssignment: (nameOrSlug) => findAssignment(database, nameOrSlug),
    async listAssignmentsEver(id) {
      const rows = await database
        .selectFrom('assignment')
        .selectAll()
        .where('courseId', '=', id)
        .orderBy('createdAt')
        .execute();
      return rows.map(toAssignment);
    },
    async renameAssignment(id, title) {
      const row = await database
        .updateTable('assignment')
        .set({ title })
        .where('id', '=', id)
        .where('courseId', 'is not', null)
        .where('removedAt', 'is', null)
        .returningAll()
        .executeTakeFirst();
      if (!row) throw assignmentGone();
      return toAssignment(row);
    },
    beginRemoval: (id) => beginRemoval(database, id),
    listHalfRemoved: () => listHalfRemoved(database),
  };
}

async function createDevEnvironment(
  database: Database,
  id: AssignmentId,
  blueprint: string,
  admit: (others: readonly Environment[]) => void,
): Promise<Environment> {
  return database.transaction().execute(async (transaction) => {
    await lockAdmission(transaction);
    const assignment = await lockAssignment(transaction, id);
    if (!assignment || assignment.removedAt) throw assignmentGone();
    if (assignment.courseId !== undefined) await refuseUnlessOpen(transaction, assignment.courseId);
    if (await hasEnvironment(transaction, id)) throw blueprintChanged(`${assignment.name}/dev`);
    await transaction.updateTable('assignment').set({ draft: null }).where('id', '=', id).execute();
    return createDev(transaction, id, blueprint, admit);
  });
}

async function findAssignment(
  database: Database,
  nameOrSlug: string,
): Promise<Assignment | undefined> {
  const code = codeOfSlug(nameOrSlug) ?? '';
  const row = await database
    .selectFrom('assignment')
    .selectAll()
    .where((where) => where.or([where('name', '=', nameOrSlug), where('code', '=', code)]))
    // A name is meant as it stands, before a part of it is taken for a code; what is there before what was.
    .orderBy(sql`name = ${nameOrSlug}`, 'desc')
    .orderBy(sql`removed_at is null`, 'desc')
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toAssignment(row);
}

async function beginRemoval(database: Database, id: AssignmentId): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    // Waits for those who make an environment in it at this moment; the next ones see it and refuse.
    await transaction
      .updateTable('assignment')
      .set({ removingAt: sql<Date>`coalesce(removing_at, now())` })
      .where('id', '=', id)
      .execute();
    if (await hasEnvironment(transaction, id)) return;
    await transaction
      .updateTable('assignment')
      .set({ removedAt: sql<Date>`now()` })
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .execute();
  });
}

async function listHalfRemoved(database: Database): Promise<Assignment[]> {
  const rows = await database
    .selectFrom('assignment')
    .leftJoin('course', 'course.id', 'assignment.courseId')
    .selectAll('assignment')
    .where('assignment.removedAt', 'is', null)
    .where((where) =>
      where.or([
        where.and([
          where('course.removedAt', 'is not', null),
          where('assignment.removingAt', 'is', null),
        ]),
        where.and([
          where('assignment.removingAt', 'is not', null),
          where.exists(
            where
              .selectFrom('environment')
              .select('environment.id')
              .whereRef('environment.assignmentId', '=', 'assignment.id')
              .where('environment.removedAt', 'is', null)
              .where('environment.wanted', '<>', 'absent'),
          ),
        ]),
      ]),
    )
    .execute();
  return rows.map(toAssignment);
}

async function lockAssignment(
  transaction: Database,
  id: AssignmentId,
): Promise<Assignment | undefined> {
  const row = await transaction
    .selectFrom('assignment')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toAssignment(row);
}

/** Holds the course until the end of the transaction: one that is being deleted gets nothing new. */
async function refuseUnlessOpen(transaction: Database, id: CourseId): Promise<void> {
  const course = await transaction
    .selectFrom('course')
    .select(['name', 'archivedAt', 'removedAt'])
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst();
  if (!course || course.removedAt) {
    throw new LabcastError('course-not-found', 'The course was deleted.');
  }
  if (!course.archivedAt) return;
  throw new LabcastError('course-archived', `The course ${course.name} is archived.`, {
    remedy: 'Bring it back from the archive in its settings first.',
  });
}

function assignmentGone(): LabcastError {
  return new LabcastError('assignment-not-found', 'The assignment was deleted.');
}
