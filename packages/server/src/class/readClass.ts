import type {
  Assignment,
  CheckProgress,
  Environment,
  EnvironmentId,
  HelpRequest,
  Store,
  Task,
} from '@labcast/store';
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
  | 'listCheckProgress'
  | 'listHelpRequests'
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
  const ids = environments.map((environment) => environment.id);
  const [progress, help] = await Promise.all([
    store.listCheckProgress(ids),
    store.listHelpRequests(ids),
  ]);
  const [newest] = rollouts;
  const tasks = new Map<EnvironmentId, Task>(
    unfinished.map((task) => [task.environmentId, task] as const),
  );
  return {
    environments,
    owners,
    usage,
    tasks,
    progress: readProgress(environments, progress, help),
    ...(newest && {
      rollout: { rollout: newest, targets: await store.listTargets(newest.id) },
    }),
    now: new Date(),
  };
}

export function studentsOf(labs: readonly Environment[], id: Assignment['id']): Environment[] {
  return labs.filter(({ assignmentId, role }) => assignmentId === id && role === 'student');
}

/** In which the frozen work of a student is looked at; a copy of the pipeline belongs to its run. */
export function frozenCopiesOf(labs: readonly Environment[], id: Assignment['id']): Environment[] {
  return labs.filter(
    ({ assignmentId, role, runId }) =>
      assignmentId === id && role === 'rehearsal' && runId === undefined,
  );
}

function readProgress(
  environments: readonly Environment[],
  progress: readonly CheckProgress[],
  help: readonly HelpRequest[],
): Map<EnvironmentId, Progress> {
  const names = new Map<string, readonly string[]>();
  const checksOf = (text: string): readonly string[] => {
    const known = names.get(text) ?? listChecks(text);
    names.set(text, known);
    return known;
  };
  const ofEach = Map.groupBy(progress, ({ environmentId }) => environmentId);
  return new Map(
    environments.map(({ id, blueprint }) => {
      const checks = checksOf(blueprint);
      const known = (ofEach.get(id) ?? []).filter(({ name }) => checks.includes(name));
      const hand = help.find(({ environmentId }) => environmentId === id);
      return [
        id,
        {
          ...summarizeProgress(checks.length, known),
          ...(hand && { help: { since: hand.since.toISOString(), message: hand.message } }),
        },
      ];
    }),
  );
}

function summarizeProgress(total: number, known: readonly CheckProgress[]): Progress {
  const passed = known.filter((check) => check.passed).length;
  const [worst] = known.toSorted((a, b) => b.failures - a.failures);
  const passedAt = Math.max(...known.map((check) => check.passedAt?.getTime() ?? 0), 0);
  return {
    checks: {
      passed,
      total,
      ...(worst && worst.failures > 0 && { failing: { name: worst.name, times: worst.failures } }),
    },
    ...(passedAt > 0 && { passedAt: new Date(passedAt) }),
  };
}

/** None for a text that an older version took and this one does not. */
function listChecks(text: string): readonly string[] {
  try {
    return parseLab(text).checks.map(({ name }) => name);
  } catch {
    return [];
  }
}
