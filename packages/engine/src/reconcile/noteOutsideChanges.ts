import type { DesiredEnvironment, ObservedEnvironment, OutsideChange } from '@labcast/domain';
import { findOutsideChanges } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';

/** States in which a lab was as wanted when somebody looked last. */
const restStates: readonly string[] = ['ready', 'attention', 'unknown'];

/** Finds what happened without Labcast to a lab that was as wanted, and writes it into its log once. */
export async function noteOutsideChanges(
  environment: Environment,
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  { store, signs }: Pick<ReconcileDeps, 'store' | 'signs'>,
): Promise<OutsideChange[]> {
  const { generation, settledGeneration, status } = environment;
  if (generation !== settledGeneration || !restStates.includes(status.state)) return [];
  const changes = findOutsideChanges(desired, observed, (name) => signs.stops.get(name));
  for (const { element, message } of changes) {
    const before = status.elements.find(({ name }) => name === element);
    const isKnown = before?.state === 'attention' && before.notice?.message === message;
    if (!isKnown) await store.appendLog(environment.id, { level: 'warning', element, message });
  }
  return changes;
}
