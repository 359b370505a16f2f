import { byAttention } from '@labcast/domain';
import type { Assignment, ClassPolicy } from '@labcast/store';
import type { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import type { classView, StudentView } from '../schemas/class.ts';
import { toRolloutView } from '../schemas/rollout.ts';
import { describeStudents } from './describeStudents.ts';
import { describeWaiting } from './describeWaiting.ts';
import { forecastRelease } from './forecast.ts';
import { readClass } from './readClass.ts';

const usualClass = 30;

/** The whole board. `students` is for how many copies the forecast shall be; by default for those in the course. */
export async function describeClass(
  deps: Pick<RouteDeps, 'store' | 'settings'>,
  assignment: Assignment,
  students: number | undefined,
): Promise<z.output<typeof classView>> {
  const { store } = deps;
  const [facts, policy, [release], members] = await Promise.all([
    readClass(store, assignment),
    store.getClassPolicy(assignment.id),
    store.listReleaseDisks(assignment.id),
    assignment.courseId === undefined ? [] : store.listMembers(assignment.courseId),
  ]);
  const inCourse = members.filter(({ role }) => role === 'student').length;
  const usual = (inCourse > 0 ? inCourse : usualClass) - facts.environments.length;
  const copies = students ?? usual;
  const forecast =
    release && copies > 0
      ? await forecastRelease({ assignment, release, copies }, deps)
      : undefined;
  return {
    assignment: assignment.name,
    ...(release && {
      release: { number: release.number, createdAt: release.createdAt.toISOString() },
    }),
    ...(facts.rollout && { rollout: toRolloutView(facts.rollout.rollout, facts.rollout.targets) }),
    policy: toPolicyView(policy),
    ...(forecast && { forecast }),
    students: [
      ...describeStudents(facts),
      ...describeWaiting(members, facts.environments),
    ].toSorted(needsFirst),
  };
}

/** The order of a board. */
function needsFirst(one: StudentView, other: StudentView): number {
  return byAttention(
    { name: one.environment, attention: one.attention },
    { name: other.environment, attention: other.attention },
  );
}

export function toPolicyView({ deadline, idleMinutes, exam }: ClassPolicy) {
  return {
    ...(deadline && { deadline: deadline.toISOString() }),
    ...(idleMinutes !== undefined && { idleMinutes }),
    ...(exam && { exam }),
  };
}
