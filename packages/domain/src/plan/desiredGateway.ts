import type { Blueprint } from '../blueprint/blueprint.ts';
import type { DesiredInstance, DesiredNetwork } from '../environment/desired.ts';
import { gatewayName, labels } from '../environment/names.ts';
import { gatewayAddress, macAddress, nthAddress, prefixLength } from './addresses.ts';
import { contentHash } from './contentHash.ts';
import type { EnvironmentIdentity, HostFacts } from './instanceConfig.ts';
import { baseConfig, labInterface, limitsConfig, rootDisk } from './instanceConfig.ts';

const mebibyte = 1024 ** 2;

/** dnsmasq, nftables and busybox need 2 MB; the rest is room for the leases and names of 200 elements. */
const gatewayLimits = { cpu: 1, memoryBytes: 64 * mebibyte, processes: 100 };
const gatewayDiskBytes = 256 * mebibyte;

/** The one way out of an environment: it gives addresses and names, and lets out what may go out. */
export function desiredGateway(
  identity: EnvironmentIdentity,
  host: HostFacts,
  networks: readonly DesiredNetwork[],
  blueprint: Blueprint,
): DesiredInstance {
  const uplinkAddress = nthAddress(host.uplinkSubnet, identity.uplinkIndex);
  const interfaces = networks.map((network, index) => {
    const name = `eth${String(index + 1)}`;
    return [
      name,
      labInterface(network.bridge, name, macAddress(gatewayAddress(network.subnet))),
    ] as const;
  });
  const environment = {
    'environment.LABCAST_UPLINK': `${uplinkAddress}/${String(prefixLength(host.uplinkSubnet))},${gatewayAddress(host.uplinkSubnet)}`,
    'environment.LABCAST_DNS': host.nameServers.join(' '),
    'environment.LABCAST_NETWORKS': networks.map(describeNetwork).join(';'),
    'environment.LABCAST_HOSTS': labHosts(blueprint).join(';'),
  };
  return {
    name: gatewayName(identity.key),
    element: 'gateway',
    role: 'gateway',
    image: 'labcast/gateway',
    config: {
      ...baseConfig(identity, 'gateway', 'gateway'),
      ...limitsConfig(gatewayLimits),
      ...environment,
      // A new gateway reads its environment when it boots, so it begins with what it will have taken.
      [labels.applied]: contentHash(JSON.stringify(environment)),
    },
    devices: {
      root: rootDisk(host.storagePool, gatewayDiskBytes),
      eth0: {
        ...labInterface(host.uplinkBridge, 'eth0', macAddress(uplinkAddress)),
        // Gateways share the uplink: none may speak to another, nor in another's name.
        'ipv4.address': uplinkAddress,
        'security.port_isolation': 'true',
        'security.mac_filtering': 'true',
        'security.ipv4_filtering': 'true',
      },
      ...Object.fromEntries(interfaces),
    },
    addresses: [],
    bridges: networks.map((network) => network.bridge),
  };
}

function describeNetwork(network: DesiredNetwork, index: number): string {
  const address = `${gatewayAddress(network.subnet)}/${String(prefixLength(network.subnet))}`;
  const reach = network.internet ? 'internet' : 'isolated';
  return [network.name, `eth${String(index + 1)}`, address, reach].join(',');
}

/** `network,name,address,mac` for everything with an address; an app has the name of its own and its cluster's address. */
function labHosts(blueprint: Blueprint): string[] {
  return Object.entries(blueprint.elements).flatMap(([name, element]) => {
    if (element.kind === 'app') {
      const cluster = blueprint.elements[element.on];
      if (cluster?.kind !== 'cluster') return [];
      return cluster.networks.flatMap(({ network, addresses }) =>
        addresses.slice(0, 1).map((address) => `${network},${name},${address},`),
      );
    }
    return element.networks.flatMap(({ network, addresses }) =>
      addresses.map((address, index) =>
        [
          network,
          index === 0 ? name : `${name}-${String(index + 1)}`,
          address,
          macAddress(address),
        ].join(','),
      ),
    );
  });
}
