import { sql } from 'kysely';
import type { Database } from '../connection/createDatabase.ts';
import type { CourseId } from '../courseStore.ts';
import { selectPeople, toPerson } from '../people/people.ts';
import type { CourseMember } from '../rosterStore.ts';

/** Everybody of a course, by login. */
export async function listMembers(database: Database, id: CourseId): Promise<CourseMember[]> {
  const rows = await selectPeople(database)
    .innerJoin('membership', 'membership.personId', 'person.id')
    .leftJoin('invitation', 'invitation.personId', 'person.id')
    .select([
      'membership.role',
      'membership.since',
      'membership.section',
      'membership.team',
      'membership.studentNumber',
      'invitation.expiresAt',
    ])
    .select(
      sql<boolean>`person.password_hash is null and person.made_by_course is not distinct from ${id}::uuid`.as(
        'isOurs',
      ),
    )
    .where('membership.courseId', '=', id)
    .orderBy('person.login')
    .execute();
  return rows.map(({ role, since, section, team, studentNumber, expiresAt, isOurs, ...row }) => ({
    person: toPerson(row),
    role,
    since,
    isOurs,
    ...(section !== null && { section }),
    ...(team !== null && { team }),
    ...(studentNumber !== null && { studentNumber }),
    ...(row.isInvited && expiresAt && { invitedUntil: expiresAt }),
  }));
}
