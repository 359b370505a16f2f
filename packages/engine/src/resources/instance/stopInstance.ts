import type { IncusClient } from '@labcast/incus';
import { IncusError } from '@labcast/incus';

/** What a machine is given to write its files and end its services. */
const shutdownSeconds = 20;

/** Asks for a clean shutdown first; one that does not answer is stopped all the same. */
export async function stopInstance(
  { instance, force }: { instance: string; force: boolean },
  incus: IncusClient,
): Promise<void> {
  if (force) return incus.stopInstance(instance, { force: true });
  try {
    await incus.stopInstance(instance, { force: false, timeoutSeconds: shutdownSeconds });
  } catch (error) {
    if (error instanceof IncusError && error.kind === 'unavailable') throw error;
    await incus.stopInstance(instance, { force: true });
  }
}
