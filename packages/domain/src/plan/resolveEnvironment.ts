import type { Blueprint } from '../blueprint/blueprint.ts';
import type { DesiredEnvironment, DesiredNetwork } from '../environment/desired.ts';
import { bridgeName } from '../environment/names.ts';
import { nthAddress } from './addresses.ts';
import { applyOrigins } from './applyOrigins.ts';
import { applyWishes } from './applyWishes.ts';
import { attachBefore } from './attachBefore.ts';
import { desiredApp } from './desiredApp.ts';
import { desiredCluster } from './desiredCluster.ts';
import { desiredGateway } from './desiredGateway.ts';
import { desiredMachine } from './desiredMachine.ts';
import { desiredVm } from './desiredVm.ts';
import type { EnvironmentIdentity, HostFacts } from './instanceConfig.ts';

/** A blueprint and an identity give everything that has to exist, down to the last configuration key. */
export function resolveEnvironment(
  identity: EnvironmentIdentity,
  blueprint: Blueprint,
  host: HostFacts,
): DesiredEnvironment {
  const networks = Object.entries(blueprint.networks).map(
    ([name, network], index): DesiredNetwork => ({
      name,
      bridge: bridgeName(identity.key, index),
      ...network,
      internet: network.internet && !identity.sealed,
    }),
  );
  const elements = Object.entries(blueprint.elements);
  const machines = elements.flatMap(([name, element]) => {
    if (element.kind === 'container')
      return [desiredMachine(identity, host, networks, { name, element })];
    return element.kind === 'vm' ? [desiredVm(identity, host, networks, { name, element })] : [];
  });
  const clusters = elements.flatMap(([name, element]) =>
    element.kind === 'cluster' ? [desiredCluster(identity, host, networks, { name, element })] : [],
  );
  const apps = elements.flatMap(([name, element]) => {
    if (element.kind !== 'app') return [];
    const cluster = blueprint.elements[element.on];
    return cluster?.kind === 'cluster'
      ? [desiredApp(identity.key, { name, element }, cluster, identity.wishes?.[name])]
      : [];
  });
  const desired: DesiredEnvironment = {
    key: identity.key,
    wanted: identity.wanted,
    uplinkAddress: nthAddress(host.uplinkSubnet, identity.uplinkIndex),
    egress: networks.some((network) => network.internet),
    networks,
    instances: [
      desiredGateway(identity, host, networks, blueprint),
      ...machines,
      ...clusters.flatMap(({ instances }) => instances),
    ],
    clusters: clusters.map(({ cluster }) => cluster),
    apps,
  };
  const fromOrigins = applyOrigins(desired, identity.origins ?? {});
  const withBefore = attachBefore(fromOrigins, identity.beforeDisks ?? {}, host.diskPrefix);
  return applyWishes(withBefore, identity.wishes ?? {});
}
