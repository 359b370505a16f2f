import { instanceName } from '@labcast/domain';
import type { DiskComparison, EnvironmentKey } from '@labcast/domain';
import type { Comparison } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { lxcName } from '../lxcName.ts';
import { describeFailure } from '../reconcile/failure.ts';

/** Finds by file what is other on the disks of two labs. What went wrong is written down with it. */
export async function compareLabs(comparison: Comparison, deps: ReconcileDeps): Promise<void> {
  const { id, beforeKey, afterKey, elements } = comparison;
  try {
    const result: DiskComparison[] = [];
    for (const name of elements) {
      const before = diskName(beforeKey, name, deps);
      const after = diskName(afterKey, name, deps);
      result.push({ name, ...(await deps.host.compareDisks({ before, after })) });
    }
    await deps.store.finishComparison(id, { result });
  } catch (error) {
    const { message } = describeFailure(error, 'Compare the disks');
    await deps.store.finishComparison(id, { error: message });
  }
}

function diskName(key: EnvironmentKey, element: string, { incus }: ReconcileDeps): string {
  return lxcName(instanceName(key, element), incus);
}
