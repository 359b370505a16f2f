import { doorsOf, isInExam, LabcastError } from '@labcast/domain';
import type { Thing } from '@labcast/domain';
import type { Assignment, Course, Environment, Store } from '@labcast/store';
import { assignmentNotFound } from '../findEnvironment.ts';

/** What a request is about, as its address says. */
export interface Place {
  readonly course?: Course;
  readonly assignment?: Assignment;
  /** Undefined also for one that was removed. */
  readonly environment?: Environment;
}

export type PlaceFinder = Pick<
  Store,
  'findCourse' | 'findAssignment' | 'findEnvironment' | 'findLab'
>;

/** Whose rules hold there. */
function courseIdOf({ course, assignment, environment }: Place): string | undefined {
  return course?.id ?? assignment?.courseId ?? environment?.courseId;
}

/** What the table is asked about, as it stands now. */
export function thingOf(place: Place): Thing {
  const { environment } = place;
  const now = new Date();
  return {
    courseId: courseIdOf(place),
    environment: environment && {
      id: environment.id,
      role: environment.role,
      doors: environment.role === 'student' ? doorsOf(environment, now) : { state: 'open' },
      isInExam: environment.role === 'student' && isInExam(environment, now),
    },
  };
}

/** What is missing in it is told by `placeNotFound`, in the same words as what is hidden. */
export async function findPlace(params: unknown, store: PlaceFinder): Promise<Place | undefined> {
  const { course: slug, assignment: name, lab, environment: environmentName } = params as Names;
  if (lab !== undefined) return findLabPlace(lab, store);
  if (slug !== undefined) {
    const course = await store.findCourse(slug);
    return course && { course };
  }
  if (name === undefined) return {};
  const assignment = await store.findAssignment(name);
  if (!assignment || environmentName === undefined) return assignment && { assignment };
  const environment = await store.findEnvironment(assignment.name, environmentName);
  return { assignment, ...(environment && { environment }) };
}

interface Names {
  readonly course?: string;
  readonly assignment?: string;
  readonly environment?: string;
  /** The id of an environment. */
  readonly lab?: string;
}

async function findLabPlace(id: string, store: PlaceFinder): Promise<Place | undefined> {
  const environment = await store.findLab(id);
  const assignment = environment && (await store.findAssignment(environment.assignmentName));
  return assignment && { assignment, environment };
}

export function placeNotFound(params: unknown): LabcastError {
  const { course, assignment, lab } = params as Names;
  if (lab !== undefined) {
    return new LabcastError('environment-not-found', 'There is no such lab.', {
      remedy: 'It may have been deleted, or it is not yours. Your labs are on the first page.',
    });
  }
  if (course === undefined) return assignmentNotFound(assignment ?? '');
  return new LabcastError('course-not-found', `There is no course ${course}.`, {
    remedy: 'It may have been deleted, or you are not in it.',
  });
}
