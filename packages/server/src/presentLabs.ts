import type { PresentLab } from '@labcast/domain';
import type { Assignment, Environment } from '@labcast/store';
import { needsOf } from './labs.ts';

/** What a forecast counts as there already. `own` is the assignment that is to be deployed, when there is one yet. */
export function presentLabs(
  environments: readonly Environment[],
  own?: Pick<Assignment, 'id'>,
): PresentLab[] {
  return environments.flatMap(({ assignmentId, assignmentName, name, wanted, blueprint }) => {
    const needs = needsOf(blueprint);
    if (!needs) return [];
    const label = name === 'dev' ? assignmentName : `${assignmentName}/${name}`;
    const isOwn = assignmentId === own?.id;
    return [{ name: label, needs, isRunning: wanted === 'running', isOwn }];
  });
}
