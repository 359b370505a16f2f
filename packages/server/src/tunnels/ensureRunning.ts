import { LabcastError } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';

/** Throws `element-not-running` with what to do, before a socket opens. */
export async function ensureRunning(
  incus: Pick<IncusClient, 'findInstance'>,
  instance: string,
  element: string,
): Promise<void> {
  const found = await incus.findInstance(instance);
  if (found?.status === 'Running') return;
  const state = found ? found.status.toLowerCase() : 'not there yet';
  throw new LabcastError('element-not-running', `${element} is not running: it is ${state}.`, {
    remedy: 'Look with "labcast status" at what it waits for.',
  });
}
