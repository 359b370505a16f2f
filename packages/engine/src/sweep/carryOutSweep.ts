import type { Orphan } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { describeFailure } from '../reconcile/failure.ts';
import { findOrphans } from './findOrphans.ts';

/** Does the oldest sweep that was asked for, if there is one. What went wrong is written down with what was found. */
export async function carryOutSweep(deps: ReconcileDeps): Promise<void> {
  const sweep = await deps.store.findUnfinishedSweep();
  if (!sweep) return;
  let orphans: readonly Orphan[] = [];
  try {
    orphans = await findOrphans(deps);
    if (sweep.remove) await removeAll(orphans, deps);
    await deps.store.finishSweep(sweep.id, { orphans });
  } catch (error) {
    const { message } = describeFailure(error, 'Sweep');
    await deps.store.finishSweep(sweep.id, { orphans, error: message });
  }
}

/** Instances before the bridges that they hang on. One that cannot be removed does not keep the others. */
async function removeAll(orphans: readonly Orphan[], deps: ReconcileDeps): Promise<void> {
  const remove: Record<Orphan['kind'], (name: string) => Promise<void>> = {
    instance: (name) => deps.inTurn(() => deps.incus.removeInstance(name)),
    bridge: (name) => deps.host.removeBridge(name),
    egress: (address) => deps.host.setEgress(address, false),
  };
  const results: PromiseSettledResult<void>[] = [];
  for (const kind of ['instance', 'bridge', 'egress'] as const) {
    const named = orphans.filter((orphan) => orphan.kind === kind);
    results.push(...(await Promise.allSettled(named.map(({ name }) => remove[kind](name)))));
  }
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason as Error;
}
