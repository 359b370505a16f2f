import type { VmElement } from '../blueprint/blueprint.ts';
import { findCatalogueImage } from '../catalogue/catalogue.ts';
import type { DesiredInstance, DesiredNetwork } from '../environment/desired.ts';
import { instanceName, labels } from '../environment/names.ts';
import { attach } from './attachments.ts';
import { incusImage } from './incusImage.ts';
import type { EnvironmentIdentity, HostFacts } from './instanceConfig.ts';
import { baseConfig, limitsConfig, rootDisk } from './instanceConfig.ts';
import { vmContainerSizes } from './vmContainerSizes.ts';

/** QEMU has a thread for each core and some for its disk; the system around it a few dozen processes. */
const vmProcesses = 500;

const mebibyte = 1024 ** 2;

/**
 * A virtual machine: QEMU in one unprivileged container, with nothing of the host but two devices. The guest takes the
 * container's network cards with their hardware addresses, by which the gateway gives it the element's addresses.
 */
export function desiredVm(
  identity: EnvironmentIdentity,
  host: HostFacts,
  networks: readonly DesiredNetwork[],
  named: { name: string; element: VmElement },
): DesiredInstance {
  const { name, element } = named;
  const attached = attach(networks, element.networks, 0);
  const sizes = vmContainerSizes(element);
  const mebibytes = (bytes: number): string => String(Math.floor(bytes / mebibyte));
  return {
    name: instanceName(identity.key, name),
    element: name,
    role: 'vm',
    image: incusImage(element.image),
    config: {
      ...baseConfig(identity, name, 'vm'),
      ...limitsConfig({ ...sizes, processes: vmProcesses }),
      [labels.image]: element.image,
      'environment.LABCAST_ENVIRONMENT': identity.key,
      'environment.LABCAST_VM_CPU': String(Math.ceil(element.cpu)),
      'environment.LABCAST_VM_MEMORY_MIB': mebibytes(element.memoryBytes),
      'environment.LABCAST_VM_DISK_MIB': mebibytes(element.storageBytes),
      'environment.LABCAST_VM_FIRMWARE': element.firmware,
    },
    devices: {
      root: rootDisk(host.storagePool, sizes.storageBytes),
      tun: characterDevice('/dev/net/tun'),
      // Where there is none, and where it does not really work, the guest is emulated in software.
      kvm: { ...characterDevice('/dev/kvm'), required: 'false' },
      ...attached.devices,
    },
    addresses: attached.addresses,
    bridges: attached.bridges,
    guest: { hasAgent: findCatalogueImage(element.image) !== undefined },
  };
}

function characterDevice(path: string): Record<string, string> {
  return { type: 'unix-char', source: path, path, mode: '0666' };
}
