import type { Course, EnvironmentView, Person } from '@labcast/api-client';
import { shellText } from './shellText.ts';

/** Something that Find leads to. */
export interface FoundPlace {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly address: string;
}

interface Known {
  readonly person: Pick<Person, 'isAdministrator'>;
  readonly courses: readonly Course[];
  /** The assignment that is looked at, with what is in its dev environment. */
  readonly here?: { readonly assignment: string; readonly dev: EnvironmentView | undefined };
}

const kinds = shellText.findKinds;
const adminPages = ['capacity', 'images', 'people', 'audit', 'ledger', 'settings'] as const;

/** Everything that one may go to, the nearest first. */
export function listPlaces({ person, courses, here }: Known): FoundPlace[] {
  const place = (address: string, label: string, description: string): FoundPlace => ({
    id: `${description} ${address} ${label}`,
    label,
    description,
    address,
  });
  const elements = here?.dev?.status.elements ?? [];
  return [
    ...elements.map(({ name, kind }) =>
      place(`/a/${here?.assignment ?? ''}/design?sel=${name}`, name, `${kinds.element}, ${kind}`),
    ),
    ...(here ? [place(`/a/${here.assignment}/settings`, shellText.settings, kinds.page)] : []),
    ...courses.flatMap((course) => [
      place(`/courses/${course.slug}`, course.name, kinds.course),
      ...course.assignments.map(({ slug, name }) =>
        place(`/a/${slug}/design`, name, `${kinds.assignment}, ${course.name}`),
      ),
      ...(course.role === 'instructor' && course.archivedAt === undefined
        ? [
            place(
              `/courses/${course.slug}/new`,
              shellText.newAssignment(course.name),
              kinds.action,
            ),
            place(`/courses/${course.slug}?tab=people`, shellText.people(course.name), kinds.page),
          ]
        : []),
    ]),
    place('/', shellText.courses, kinds.page),
    place('/account', shellText.account, kinds.page),
    place('/activity', shellText.activity, kinds.page),
    ...(person.isAdministrator
      ? adminPages.map((page) =>
          place(`/admin/${page}`, shellText.adminPages[page], shellText.administration),
        )
      : []),
  ];
}
