import { codeOfSlug, LabcastError, makeSlug } from '@labcast/domain';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import type { Course, CourseId, CourseStore } from '../courseStore.ts';
import type { Schema } from '../schema.ts';
import { unusedCode } from './unusedCode.ts';

type CourseCalls = 'createCourse' | 'listCourses' | 'findCourse' | 'changeCourse' | 'removeCourse';

export function createCourses(database: Database): Pick<CourseStore, CourseCalls> {
  return {
    createCourse: (name, instructor) =>
      database.transaction().execute(async (transaction) => {
        const row = await transaction
          .insertInto('course')
          .values({ name, code: await unusedCode(transaction, 'course') })
          .returningAll()
          .executeTakeFirstOrThrow();
        if (instructor !== undefined) {
          await transaction
            .insertInto('membership')
            .values({ courseId: row.id, personId: instructor, role: 'instructor' })
            .execute();
        }
        return toCourse(row);
      }),
    async listCourses() {
      const rows = await database
        .selectFrom('course')
        .selectAll()
        .select((course) =>
          course
            .selectFrom('membership')
            .select((row) => row.fn.countAll<string>().as('people'))
            .whereRef('membership.courseId', '=', 'course.id')
            .as('people'),
        )
        .where('removedAt', 'is', null)
        .orderBy('createdAt')
        .execute();
      return rows.map(({ people, ...row }) => ({ ...toCourse(row), people: Number(people) }));
    },
    async findCourse(slug) {
      const code = codeOfSlug(slug);
      if (code === undefined) return undefined;
      const row = await database
        .selectFrom('course')
        .selectAll()
        .where('code', '=', code)
        .executeTakeFirst();
      return row && toCourse(row);
    },
    changeCourse: (id, change) => changeCourse(database, id, change),
    async removeCourse(id) {
      await database
        .updateTable('course')
        .set({ removedAt: sql<Date>`now()` })
        .where('id', '=', id)
        .where('removedAt', 'is', null)
        .execute();
    },
  };
}

async function changeCourse(
  database: Database,
  id: CourseId,
  { name, archived }: { readonly name?: string; readonly archived?: boolean },
): Promise<Course> {
  const row = await database
    .updateTable('course')
    .set((columns) => ({
      name: name ?? columns.ref('name'),
      archivedAt:
        archived === undefined
          ? columns.ref('archivedAt')
          : archived
            ? sql<Date>`coalesce(archived_at, now())`
            : null,
    }))
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new LabcastError('course-not-found', 'The course was deleted.');
  return toCourse(row);
}

export function toCourse(row: Selectable<Schema['course']>): Course {
  const { id, code, name, createdAt, archivedAt, removedAt } = row;
  return {
    id,
    slug: makeSlug(name, code, 'course'),
    name,
    createdAt,
    ...(archivedAt && { archivedAt }),
    ...(removedAt && { removedAt }),
  };
}
