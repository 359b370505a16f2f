import { LabcastError } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import { until } from './runContext.ts';
import type { RunContext } from './runContext.ts';

/** Removes a copy and sees in the ledger that nothing is left of it. */
export async function removeCopy(
  { id, name }: Environment,
  context: Pick<RunContext, 'deps' | 'signal'>,
): Promise<void> {
  const { store } = context.deps;
  const { wanted, removedAt } = await store.getEnvironment(id);
  if (wanted !== 'absent' && !removedAt) await store.changeWanted(id, { wanted: 'absent' });
  await until(context, async () => (await store.getEnvironment(id)).removedAt);
  const left = (await store.listLedger(id)).filter(({ goneAt }) => goneAt === undefined);
  if (left.length === 0) return;
  const names = left.map((row) => row.name).join(', ');
  throw new LabcastError('step-failed', `${names} of ${name} was not seen to be gone.`, {
    remedy: 'Look with "labcast sweep".',
  });
}
