import type { DesiredEnvironment, DesiredInstance } from '../environment/desired.ts';
import { instanceName, labels } from '../environment/names.ts';
import type { Origins } from '../environment/origins.ts';

/** Has the machines of some elements begin with a checkpoint's disks. */
export function applyOrigins(desired: DesiredEnvironment, origins: Origins): DesiredEnvironment {
  return {
    ...desired,
    instances: desired.instances.map((instance) => applyTo(instance, desired, origins)),
  };
}

function applyTo(
  instance: DesiredInstance,
  { key }: DesiredEnvironment,
  origins: Origins,
): DesiredInstance {
  const origin = origins[instance.element];
  if (!origin || origin.image !== instance.config[labels.image]) return instance;
  return {
    ...instance,
    copyOf: instanceName(origin.key, instance.name.slice(key.length + 1)),
    config: { ...instance.config, [labels.origin]: origin.key },
  };
}
