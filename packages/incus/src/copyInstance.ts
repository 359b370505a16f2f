import type { CopySpec } from './client.ts';
import { IncusError, isIncusError } from './errors.ts';
import type { Operations } from './operations.ts';

/** See `IncusClient.copyInstance`. */
export async function copyInstance(
  operations: Pick<Operations, 'run'>,
  { name, from, config, devices, start }: CopySpec,
): Promise<void> {
  const original = [from.instance, from.snapshot].filter(Boolean).join('/');
  // Somebody may have taken snapshots of it by hand.
  const source = { type: 'copy', source: original, instance_only: true };
  const body = { name, type: 'container', profiles: [], source, config, devices, start };
  try {
    await operations.run({ method: 'POST', path: '/instances', body });
  } catch (error) {
    throw explainCopyError(error, { name, source: original });
  }
}

function explainCopyError(error: unknown, { name, source }: { name: string; source: string }) {
  if (isIncusError(error, 'busy') || isIncusError(error, 'conflict')) {
    const message = `An instance ${name} exists already, or is being made or removed.`;
    return new IncusError('conflict', message, { cause: error });
  }
  if (!isIncusError(error, 'not-found')) return error;
  const message = `There is no ${source} of which ${name} could be made.`;
  return new IncusError('not-found', message, { cause: error });
}
