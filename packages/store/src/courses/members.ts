import { LabcastError } from '@labcast/domain';
import type { CourseRole, Membership } from '@labcast/domain';
import type { Database } from '../connection/createDatabase.ts';
import { violatedUnique } from '../connection/databaseError.ts';
import type { CourseId } from '../courseStore.ts';
import { insertPerson } from '../people/people.ts';
import type { PersonId } from '../peopleStore.ts';
import type { MembershipChange, RosterStore } from '../rosterStore.ts';
import { changeRoster } from './changeRoster.ts';
import { listMembers } from './listMembers.ts';

type MemberCalls = 'listMembers' | 'setMember' | 'removeMember' | 'createMember' | 'changeRoster';

export function createMembers(database: Database): Pick<RosterStore, MemberCalls> {
  return {
    listMembers: (id) => listMembers(database, id),
    setMember: (id, personId, role, change = {}) =>
      refusingTakenNumber(change.studentNumber, () =>
        setMember(database, { courseId: id, personId }, { role, ...change }),
      ),
    async removeMember(courseId, personId) {
      await database
        .deleteFrom('membership')
        .where('courseId', '=', courseId)
        .where('personId', '=', personId)
        .execute();
    },
    createMember: (courseId, person, role, membership) =>
      refusingTakenNumber(membership.studentNumber, () =>
        database.transaction().execute(async (transaction) => {
          const made = await insertPerson(transaction, { ...person, madeByCourse: courseId });
          await setMember(transaction, { courseId, personId: made.id }, { role, ...membership });
          return made;
        }),
      ),
    changeRoster: (id, decide) =>
      refusingTakenNumber(undefined, () =>
        database.transaction().execute((transaction) => changeRoster(transaction, id, decide)),
      ),
  };
}

async function setMember(
  database: Database,
  key: { readonly courseId: CourseId; readonly personId: PersonId },
  member: { readonly role: CourseRole } & MembershipChange,
): Promise<void> {
  await database
    .insertInto('membership')
    .values({ ...key, ...member })
    .onConflict((conflict) => conflict.columns(['courseId', 'personId']).doUpdateSet(member))
    .execute();
}

/** A number that two have is found by the database alone, as two may come at once. */
export async function refusingTakenNumber<T>(
  studentNumber: Membership['studentNumber'] | null,
  change: () => Promise<T>,
): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (violatedUnique(error) !== 'membership_number') throw error;
    const number = studentNumber ? `The student number ${studentNumber}` : 'A student number';
    throw new LabcastError('name-taken', `${number} is somebody else's in this course.`, {
      cause: error,
      remedy: 'Look it up under People, and try again.',
    });
  }
}
