import type { RolloutView, StudentView } from '@labcast/api-client';
import { isUnderWay } from '../deploy/describeRollout.ts';

const notYet: readonly StudentView['state'][] = ['not-deployed', 'stopping', 'stopped'];

/** Whoever gets a lab waits or is begun with, whatever there is of the lab by then. */
export function withRollout(
  students: readonly StudentView[],
  rollout: RolloutView | undefined,
): readonly StudentView[] {
  if (rollout?.kind !== 'deploy' || rollout.atFirstOpen || !isUnderWay(rollout)) return students;
  const states = new Map(rollout.targets.map(({ environment, state }) => [environment, state]));
  return students.map((student) => {
    const target = states.get(student.environment);
    if ((target !== 'waiting' && target !== 'starting') || !notYet.includes(student.state))
      return student;
    return { ...student, state: target };
  });
}
