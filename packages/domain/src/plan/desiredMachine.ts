import type { BlueprintFile, ContainerElement } from '../blueprint/blueprint.ts';
import type { DesiredInstance, DesiredNetwork, Provision } from '../environment/desired.ts';
import { instanceName, labels } from '../environment/names.ts';
import { contentHash } from './contentHash.ts';
import type { EnvironmentIdentity, HostFacts } from './instanceConfig.ts';
import { baseConfig, limitsConfig, rootDisk } from './instanceConfig.ts';
import { attach } from './attachments.ts';
import { incusImage } from './incusImage.ts';

/** Room for a web server with workers and a compiler, and no room for a fork bomb to hurt the neighbours. */
const machineProcesses = 1000;

/** A container element: one unprivileged instance on its networks. */
export function desiredMachine(
  identity: EnvironmentIdentity,
  host: HostFacts,
  networks: readonly DesiredNetwork[],
  named: { name: string; element: ContainerElement },
): DesiredInstance {
  const { name, element } = named;
  const attached = attach(networks, element.networks, 0);
  const provision = describeProvision(element.files, element.run);
  return {
    name: instanceName(identity.key, name),
    element: name,
    role: 'machine',
    image: incusImage(element.image),
    config: {
      ...baseConfig(identity, name, 'machine'),
      ...limitsConfig({ ...element, processes: machineProcesses }),
      [labels.image]: element.image,
      'environment.LABCAST_ENVIRONMENT': identity.key,
      'environment.LABCAST_ADDRESSES': attached.interfaces,
    },
    devices: { root: rootDisk(host.storagePool, element.storageBytes), ...attached.devices },
    addresses: attached.addresses,
    bridges: attached.bridges,
    ...(provision && { provision }),
  };
}

function describeProvision(
  files: readonly BlueprintFile[],
  commands: readonly string[],
): Provision | undefined {
  if (files.length === 0 && commands.length === 0) return undefined;
  return { hash: contentHash(JSON.stringify([files, commands])), files, commands };
}
