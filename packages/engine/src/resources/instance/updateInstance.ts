import type { Action } from '@labcast/domain';
import { labels } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import { applyGateway } from '../gateway/applyGateway.ts';
import { stopInstance } from './stopInstance.ts';

type Update = Extract<Action, { type: 'update-instance' }>;

/** Changes limits, labels and devices, and makes the change take effect inside. */
export async function updateInstance(action: Update, incus: IncusClient): Promise<void> {
  const { instance, config, devices } = action;
  if (action.then === 'restart') {
    await stopInstance({ instance, force: false, shutdownSeconds: action.shutdownSeconds }, incus);
    await incus.updateInstance(instance, { config, devices });
    return incus.startInstance(instance);
  }
  if (action.then === 'nothing') return incus.updateInstance(instance, { config, devices });
  // Without the mark until the gateway took it: see `instanceDrift`.
  await incus.updateInstance(instance, { config: { ...config, [labels.applied]: '' }, devices });
  await applyGateway(instance, incus);
  const mark = config[labels.applied];
  if (mark !== undefined)
    await incus.updateInstance(instance, { config: { [labels.applied]: mark } });
}
