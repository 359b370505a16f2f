import { setTimeout as delay } from 'node:timers/promises';

import {
  IncusError,
  saysAlreadyStopped,
  saysInstanceAbsent,
  saysShutdownTimedOut,
  saysStoppedMeanwhile,
} from './errors.ts';
import type { Operations } from './operations.ts';
import { pathOf } from './transport.ts';

const defaultShutdownSeconds = 30;
/** Until Incus has noticed that a container ended by itself. */
const noticeAttempts = 20;
const noticeDelayMs = 100;

/** See `IncusClient.stopInstance`. */
export async function stopInstance(
  operations: Pick<Operations, 'run' | 'whileBusy'>,
  name: string,
  options: { force: boolean; timeoutSeconds?: number },
): Promise<void> {
  const timeout = options.timeoutSeconds ?? defaultShutdownSeconds;
  const body = { action: 'stop', force: options.force, timeout };
  const path = pathOf('instances', name, 'state');
  for (let attempt = 1; ; attempt += 1) {
    try {
      await operations.whileBusy(name, () => operations.run({ method: 'PUT', path, body }));
      return;
    } catch (error) {
      if (saysAlreadyStopped(error) || saysInstanceAbsent(error)) return;
      if (saysShutdownTimedOut(error)) {
        const message = `Instance ${name} did not shut down within ${timeout} s. Stop it by force, or give it longer.`;
        throw new IncusError('rejected', message, { cause: error });
      }
      if (!saysStoppedMeanwhile(error) || attempt === noticeAttempts) throw error;
    }
    await delay(noticeDelayMs);
  }
}
