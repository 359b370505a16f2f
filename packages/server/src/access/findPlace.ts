import { LabcastError } from '@labcast/domain';
import type { Assignment, Course, Store } from '@labcast/store';
import { assignmentNotFound } from '../findEnvironment.ts';

/** What a request is about, as its address says. */
export interface Place {
  readonly course?: Course;
  readonly assignment?: Assignment;
}

export type PlaceFinder = Pick<Store, 'findCourse' | 'findAssignment'>;

/** Whose rules hold there. */
export function courseIdOf({ course, assignment }: Place): string | undefined {
  return course?.id ?? assignment?.courseId;
}

/** What is missing in it is told by `placeNotFound`, in the same words as what is hidden. */
export async function findPlace(params: unknown, store: PlaceFinder): Promise<Place | undefined> {
  const { course: slug, assignment: name } = params as { course?: string; assignment?: string };
  if (slug !== undefined) {
    const course = await store.findCourse(slug);
    return course && { course };
  }
  if (name === undefined) return {};
  const assignment = await store.findAssignment(name);
  return assignment && { assignment };
}

export function placeNotFound(params: unknown): LabcastError {
  const { course, assignment } = params as { course?: string; assignment?: string };
  if (course === undefined) return assignmentNotFound(assignment ?? '');
  return new LabcastError('course-not-found', `There is no course ${course}.`, {
    remedy: 'It may have been deleted, or you are not in it.',
  });
}
