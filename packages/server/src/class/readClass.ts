import type { Assignment, Environment, EnvironmentId, Store, Task } from '@labcast/store';
import { parseLab } from '../labs.ts';
import type { ClassFacts, Progress } from './describeStudents.ts';

type Reader = Pick<
  Store,
  | 'listLabs'
  | 'listOwners'
  | 'listLatestUsage'
  | 'listRollouts'
  | 'listTargets'
  | 'listUnfinishedTasks'
>;

/** Everything that the board shows, read once for all students. */
export async function readClass(
  store: Reader,
  { id }: Pick<Assignment, 'id'>,
): Promise<ClassFacts> {
  const [labs, owners, usage, rollouts, unfinished] = await Promise.all([
    store.listLabs(),
    store.listOwners(id),
    store.listLatestUsage(id),
    store.listRollouts(id),
    store.listUnfinishedTasks(),
  ]);
  const environments = studentsOf(labs, id);
  const [newest] = rollouts;
  const tasks = new Map<EnvironmentId, Task>(
    unfinished.map((task) => [task.environmentId, task] as const),
  );
  return {
    environments,
    owners,
    usage,
    tasks,
    progress: readProgress(environments),
    ...(newest && {
      rollout: { rollout: newest, targets: await store.listTargets(newest.id) },
    }),
    now: new Date(),
  };
}

export function studentsOf(labs: readonly Environment[], id: Assignment['id']): Environment[] {
  return labs.filter(({ assignmentId, role }) => assignmentId === id && role === 'student');
}

function readProgress(environments: readonly Environment[]): Map<EnvironmentId, Progress> {
  const totals = new Map<string, number>();
  const totalOf = (text: string): number => {
    const known = totals.get(text);
    if (known !== undefined) return known;
    const total = countChecks(text);
    totals.set(text, total);
    return total;
  };
  return new Map(
    environments.map(({ id, blueprint }) => [
      id,
      { checks: { passed: 0, total: totalOf(blueprint) } },
    ]),
  );
}

/** None for a text that an older version took and this one does not. */
function countChecks(text: string): number {
  try {
    return parseLab(text).checks.length;
  } catch {
    return 0;
  }
}
