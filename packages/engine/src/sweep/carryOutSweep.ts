import type { Orphan } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { describeFailure } from '../reconcile/failure.ts';
import { findOrphans } from './findOrphans.ts';

/** Does the oldest sweep that was asked for, if there is one. */
export async function carryOutSweep(deps: ReconcileDeps): Promise<void> {
  const sweep = await deps.store.findUnfinishedSweep();
  if (!sweep) return;
  const orphans = await findOrphans(deps);
  try {
    if (sweep.remove) await removeAll(orphans, deps);
    await deps.store.finishSweep(sweep.id, { orphans });
  } catch (error) {
    const { message } = describeFailure(error, 'Sweep');
    await deps.store.finishSweep(sweep.id, { orphans, error: message });
  }
}

/** Instances before the bridges that they hang on. */
async function removeAll(orphans: readonly Orphan[], deps: ReconcileDeps): Promise<void> {
  const named = (kind: Orphan['kind']): string[] =>
    orphans.filter((orphan) => orphan.kind === kind).map(({ name }) => name);
  await Promise.all(
    named('instance').map((name) => deps.inTurn(() => deps.incus.removeInstance(name))),
  );
  for (const name of named('bridge')) await deps.host.removeBridge(name);
  for (const address of named('egress')) await deps.host.setEgress(address, false);
}
