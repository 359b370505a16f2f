import { saysAlreadyFrozen, saysNotFrozen } from './errors.ts';
import type { Operations } from './operations.ts';
import { pathOf } from './transport.ts';

/** See `IncusClient.freezeInstance` and `unfreezeInstance`. */
export async function setFrozen(
  operations: Pick<Operations, 'run' | 'whileBusy'>,
  name: string,
  frozen: boolean,
): Promise<void> {
  const body = { action: frozen ? 'freeze' : 'unfreeze', timeout: 30 };
  const path = pathOf('instances', name, 'state');
  try {
    await operations.whileBusy(name, () => operations.run({ method: 'PUT', path, body }));
  } catch (error) {
    if (!(frozen ? saysAlreadyFrozen : saysNotFrozen)(error)) throw error;
  }
}
