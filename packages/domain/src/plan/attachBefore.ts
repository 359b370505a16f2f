import type { Element } from '../blueprint/blueprint.ts';
import type { DesiredEnvironment, DesiredInstance } from '../environment/desired.ts';
import { instanceName } from '../environment/names.ts';
import type { EnvironmentKey } from '../environment/names.ts';

/** Elements whose disk from before an update stays attached, by the key of the checkpoint that holds it. */
export type BeforeDisks = Readonly<Record<string, EnvironmentKey>>;

/** Name of the device in Incus, and where it is seen inside. */
export const beforeDevice = 'before';
const beforePath = '/mnt/before';

/**
 * What is inside of a virtual machine does not see its container's folders. Nor does it get a second disk: one of the same
 * lineage bears the same labels and ids as its own, and the guest could start from it.
 */
export function seesBefore(of: Element['kind'] | DesiredInstance['role'] | undefined): boolean {
  return of !== 'vm' && of !== 'gateway';
}

/**
 * Has machines see, read-only, the disk that they had before an update. The checkpoint's own disk is mounted, so it takes
 * no room. It is mounted when a machine starts, see `instanceDrift`. With `required` off a machine starts and goes on also when the checkpoint is gone.
 * @param diskPrefix what the host calls the folder of an instance, up to the instance's name
 */
export function attachBefore(
  desired: DesiredEnvironment,
  disks: BeforeDisks,
  diskPrefix: string,
): DesiredEnvironment {
  if (Object.keys(disks).length === 0) return desired;
  return {
    ...desired,
    instances: desired.instances.map((instance) => {
      const key = disks[instance.element];
      if (key === undefined || !seesBefore(instance.role)) return instance;
      const original = instanceName(key, instance.name.slice(desired.key.length + 1));
      const device = {
        type: 'disk',
        source: `${diskPrefix}${original}/rootfs`,
        path: beforePath,
        readonly: 'true',
        // Its owners are told as inside, whatever the id maps of the two are.
        shift: 'true',
        required: 'false',
      };
      return { ...instance, devices: { ...instance.devices, [beforeDevice]: device } };
    }),
  };
}
