import type { Environment } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { keptUntil } from './removeRehearsals.ts';

/** Removes a copy whose run has ended, once its time is over. */
export async function dropRehearsal(
  { id, name, runId, wanted }: Environment,
  { store }: ReconcileDeps,
): Promise<void> {
  if (runId === undefined || wanted === 'absent') return;
  const stays = keptUntil(await store.getRun(runId), name);
  if (stays && stays.getTime() > Date.now()) return;
  await store.changeWanted(id, { wanted: 'absent' });
}
