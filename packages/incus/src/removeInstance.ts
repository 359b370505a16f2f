import { setTimeout as delay } from 'node:timers/promises';

import { isIncusError, saysInstanceAbsent, saysStillRunning } from './errors.ts';
import type { Operations } from './operations.ts';
import { stopInstance } from './stopInstance.ts';
import { pathOf } from './transport.ts';

/** For failures without a known cause, as when a mount of the instance is still in use. */
const defaultRetryDelaysMs = [100, 200, 400, 800, 1_600];

type RemovalOperations = Pick<Operations, 'run' | 'waitForTasksOn' | 'whileBusy'>;

/** See `IncusClient.removeInstance`. */
export async function removeInstance(
  operations: RemovalOperations,
  name: string,
  retryDelaysMs: readonly number[] = defaultRetryDelaysMs,
): Promise<void> {
  const delaysMs = [...retryDelaysMs];
  while (true) {
    try {
      if (await isGoneAfterAttempt(operations, name)) return;
    } catch (error) {
      const delayMs = delaysMs.shift();
      if (isIncusError(error, 'unavailable') || delayMs === undefined) throw error;
      await delay(delayMs);
    }
  }
}

/** Deletes without looking first: the answer says what is in the way, and then that is dealt with. */
async function isGoneAfterAttempt(operations: RemovalOperations, name: string): Promise<boolean> {
  const path = pathOf('instances', name);
  try {
    await operations.whileBusy(name, () => operations.run({ method: 'DELETE', path }));
    return true;
  } catch (error) {
    // A create that has only begun shows no instance yet.
    if (saysInstanceAbsent(error)) return !(await operations.waitForTasksOn(name));
    if (!saysStillRunning(error)) throw error;
  }
  await stopInstance(operations, name, { force: true });
  return false;
}
