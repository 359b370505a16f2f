import { placesOf } from '@labcast/domain';
import type { CourseMember, Environment } from '@labcast/store';
import type { StudentView } from '../schemas/class.ts';
import { toPlaceMember } from './findPlaces.ts';

/** The places of the course that have no environment yet: they are those whom a deploy to the course gives one. */
export function describeWaiting(
  members: readonly CourseMember[],
  environments: readonly Pick<Environment, 'name'>[],
): StudentView[] {
  const there = new Set(environments.map(({ name }) => name));
  const people = new Map(members.map(({ person }) => [person.id, person] as const));
  return placesOf(members.map(toPlaceMember))
    .filter(({ name }) => !there.has(name))
    .map(({ name, owners, section, team }) => ({
      environment: name,
      people: owners.flatMap((owner) => {
        const person = people.get(owner);
        return person ? [{ id: person.id, name: person.name, login: person.login }] : [];
      }),
      ...(section !== undefined && { section }),
      ...(team !== undefined && { team }),
      state: 'not-deployed' as const,
      checks: { passed: 0, total: 0 },
      extraMinutes: 0,
    }));
}
