import type { Environment, Store } from '@labcast/store';

interface Result {
  readonly accepted: string[];
  readonly refused: { environment: string; reason: string }[];
}

/** Asks for it; the engine keeps the disks, stops the machines and locks the doors. */
export async function freezeClass(
  store: Pick<Store, 'createTask' | 'listTasks'>,
  environments: readonly Environment[],
  by: string,
): Promise<Result> {
  const result: Result = { accepted: [], refused: [] };
  for (const { id, name, frozenAt, wanted } of environments) {
    const reason = frozenAt
      ? 'It is frozen already.'
      : wanted === 'absent'
        ? 'It is being deleted.'
        : undefined;
    if (reason !== undefined) {
      result.refused.push({ environment: name, reason });
      continue;
    }
    const tasks = await store.listTasks(id);
    const isUnderWay = tasks.some(({ kind, endedAt }) => kind === 'freeze' && !endedAt);
    if (!isUnderWay) {
      await store.createTask({
        environmentId: id,
        kind: 'freeze',
        change: { wanted: 'stopped' },
        keepFirst: 'deadline',
        requestedBy: by,
      });
    }
    result.accepted.push(name);
  }
  return result;
}
