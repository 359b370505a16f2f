import type { IncusClient } from '@labcast/incus';
import { IncusError } from '@labcast/incus';

/** Asks for a clean shutdown first; one that does not answer is stopped all the same. */
export async function stopInstance(
  {
    instance,
    force,
    shutdownSeconds,
  }: { instance: string; force: boolean; shutdownSeconds: number },
  incus: IncusClient,
): Promise<void> {
  if (force || shutdownSeconds === 0) return incus.stopInstance(instance, { force: true });
  try {
    await incus.stopInstance(instance, { force: false, timeoutSeconds: shutdownSeconds });
  } catch (error) {
    if (error instanceof IncusError && error.kind === 'unavailable') throw error;
    await incus.stopInstance(instance, { force: true });
  }
}
