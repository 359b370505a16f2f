import type { Run } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { until } from './runContext.ts';

/** Until when a copy that failed stays; undefined for one that shall go. */
export function keptUntil(run: Pick<Run, 'stages'>, environment: string): Date | undefined {
  const copies = run.stages.flatMap(({ copies = [] }) => copies);
  const copy = copies.findLast((one) => one.environment === environment);
  return copy?.state === 'kept' && copy.keptUntil !== undefined
    ? new Date(copy.keptUntil)
    : undefined;
}

/** Removes all copies but those that stay to be looked into, and waits until nothing is left of them. */
export async function removeRehearsals(
  run: Pick<Run, 'id' | 'stages'>,
  deps: ReconcileDeps,
  signal: AbortSignal,
): Promise<void> {
  const { store } = deps;
  const copies = (await store.listRunEnvironments(run.id)).filter(
    ({ name }) => keptUntil(run, name) === undefined,
  );
  for (const { id, wanted } of copies)
    if (wanted !== 'absent') await store.changeWanted(id, { wanted: 'absent' });
  for (const { id } of copies)
    await until({ deps, signal }, async () => (await store.getEnvironment(id)).removedAt);
}
