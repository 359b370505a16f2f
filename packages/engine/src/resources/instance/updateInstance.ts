import type { Action } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import { applyGateway } from '../gateway/applyGateway.ts';
import { stopInstance } from './stopInstance.ts';

type Update = Extract<Action, { type: 'update-instance' }>;

/** Changes limits, labels and devices, and makes the change take effect inside. */
export async function updateInstance(action: Update, incus: IncusClient): Promise<void> {
  const { instance, config, devices } = action;
  if (action.then === 'restart') {
    await stopInstance({ instance, force: false }, incus);
    await incus.updateInstance(instance, { config, devices });
    return incus.startInstance(instance);
  }
  await incus.updateInstance(instance, { config, devices });
  if (action.then === 'apply-gateway') await applyGateway(instance, incus);
}
