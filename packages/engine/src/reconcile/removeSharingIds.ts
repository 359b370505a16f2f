import type { ObservedEnvironment } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { sharesIds } from '../resources/instance/sharedIds.ts';

/**
 * Removes what was made with the user ids of another instance by somebody who was killed before he looked; the plan makes
 * it anew. The ledger tells it from those that were there at an earlier look, which may hold somebody's work.
 */
export async function removeSharingIds(
  { id, role, wanted }: Environment,
  observed: ObservedEnvironment,
  { store, incus, logger }: Pick<ReconcileDeps, 'store' | 'incus' | 'logger'>,
): Promise<ObservedEnvironment> {
  // What nobody wants goes anyway, and the disks of a checkpoint never run.
  if (wanted === 'absent' || role === 'checkpoint') return observed;
  const suspects: string[] = [];
  for (const instance of observed.instances)
    if (await sharesIds(instance, incus)) suspects.push(instance.name);
  if (suspects.length === 0) return observed;
  const rows = await store.listLedger(id);
  const unseen = new Set(
    rows.filter(({ seenAt, goneAt }) => !seenAt && !goneAt).map(({ name }) => name),
  );
  const removed = suspects.filter((name) => unseen.has(name));
  for (const name of removed) {
    logger.warn({ environmentId: id, instance: name }, 'It has the ids of another: made anew.');
    await incus.removeInstance(name);
  }
  const instances = observed.instances.filter(({ name }) => !removed.includes(name));
  return { ...observed, instances };
}
