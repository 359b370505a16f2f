import type { ClusterElement } from '../blueprint/blueprint.ts';
import type { DesiredCluster, DesiredInstance, DesiredNetwork } from '../environment/desired.ts';
import { instanceName, labels } from '../environment/names.ts';
import { attach } from './attachments.ts';
import type { EnvironmentIdentity, HostFacts } from './instanceConfig.ts';
import { baseConfig, limitsConfig, rootDisk } from './instanceConfig.ts';

/** Kubernetes' own services use about 300 threads, each pod a few dozen more. */
const nodeProcesses = 4000;

/** A cluster element: its first node is the control plane and runs pods too, the others are workers. */
export function desiredCluster(
  identity: EnvironmentIdentity,
  host: HostFacts,
  networks: readonly DesiredNetwork[],
  named: { name: string; element: ClusterElement },
): { cluster: DesiredCluster; instances: DesiredInstance[] } {
  const { name, element } = named;
  const instances = Array.from({ length: element.nodes }, (_, member): DesiredInstance => {
    const role = member === 0 ? 'control-plane' : 'worker';
    const attached = attach(networks, element.networks, member);
    return {
      name: instanceName(identity.key, name, member + 1),
      element: name,
      role,
      image: 'labcast/kubernetes-node',
      config: {
        ...baseConfig(identity, name, role),
        ...limitsConfig({ ...element, processes: nodeProcesses }),
        // A node makes namespaces and mounts for its pods; it stays unprivileged all the same.
        'security.nesting': 'true',
        [labels.image]: 'kubernetes-node',
        'environment.LABCAST_ENVIRONMENT': identity.key,
        'environment.LABCAST_ADDRESSES': attached.interfaces,
        'environment.LABCAST_NODE_ROLE': role,
        'environment.LABCAST_NODE_NAME': nodeName(name, member),
      },
      devices: {
        root: rootDisk(host.storagePool, element.storageBytes),
        kubernetes: {
          type: 'disk',
          source: host.kubernetesDirectory,
          path: '/opt/labcast/kubernetes',
          readonly: 'true',
        },
        ...attached.devices,
      },
      addresses: attached.addresses,
      bridges: attached.bridges,
    };
  });
  const [controlPlane, ...workers] = instances;
  if (!controlPlane) throw new Error(`A validated blueprint has no node for ${name}.`);
  return {
    cluster: {
      element: name,
      controlPlane: controlPlane.name,
      workers: workers.map((worker, index) => ({
        instance: worker.name,
        nodeName: nodeName(name, index + 1),
        address: element.networks[0]?.addresses[index + 1] ?? '',
      })),
    },
    instances,
  };
}

function nodeName(element: string, member: number): string {
  return member === 0 ? element : `${element}-${String(member + 1)}`;
}
