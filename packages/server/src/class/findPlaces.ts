import { LabcastError, placesOf } from '@labcast/domain';
import type { Place, PlaceMember } from '@labcast/domain';
import type { Assignment, CourseMember, PersonId, Store } from '@labcast/store';
import type { RolloutRequest } from '../schemas/rollout.ts';

type Asked = Pick<RolloutRequest, 'students' | 'roster' | 'people' | 'section'>;

/** The environments that shall be there, whether they are or not. Throws `request-invalid` and `person-not-found`. */
export async function findPlaces(
  store: Pick<Store, 'listMembers'>,
  assignment: Assignment,
  { students, roster, people, section }: Asked,
): Promise<Place<PersonId>[]> {
  if (students !== undefined) return numberedPlaces(students, section);
  if (!roster && people === undefined && section === undefined) {
    throw new LabcastError('request-invalid', 'Say for whom: a number of students, or a roster.', {
      remedy: 'Give students, roster, people or section.',
    });
  }
  const places = placesOf(await readRoster(store, assignment), {
    ...(section !== undefined && { section }),
  });
  if (people === undefined) return refuseEmpty(places, assignment, section);
  const members = await readRoster(store, assignment);
  const ids = people.map((name) => {
    const found = members.find(({ id, login }) => id === name || login === name);
    if (found) return found.id;
    throw new LabcastError('person-not-found', `${name} is not in this course.`);
  });
  return places.filter(({ owners }) => owners.some((owner) => ids.includes(owner)));
}

/** `01` to `30`, or `001` to `120`. */
function numberedPlaces(students: number, section: string | undefined): Place<PersonId>[] {
  const width = Math.max(2, String(students).length);
  return Array.from({ length: students }, (_, index) => ({
    name: String(index + 1).padStart(width, '0'),
    owners: [],
    ...(section !== undefined && { section }),
  }));
}

async function readRoster(
  store: Pick<Store, 'listMembers'>,
  { courseId }: Assignment,
): Promise<PlaceMember<PersonId>[]> {
  if (courseId === undefined) {
    throw new LabcastError('request-invalid', 'This assignment is in no course.', {
      remedy: 'Deploy it to a number of students.',
    });
  }
  return (await store.listMembers(courseId)).map(toPlaceMember);
}

export function toPlaceMember({ person, ...member }: CourseMember): PlaceMember<PersonId> {
  return { ...member, id: person.id, login: person.login };
}

function refuseEmpty<T>(places: T[], { title }: Assignment, section: string | undefined): T[] {
  if (places.length > 0) return places;
  const where = section === undefined ? `the course of ${title}` : `section ${section}`;
  throw new LabcastError('request-invalid', `There are no students in ${where}.`, {
    remedy: 'Add people to the course, or deploy numbered places.',
  });
}
