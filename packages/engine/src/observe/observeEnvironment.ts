import type {
  DesiredEnvironment,
  ObservedCluster,
  ObservedEnvironment,
  ObservedGuest,
  ObservedInstance,
} from '@labcast/domain';
import { bridgePrefix } from '@labcast/domain';
import type { Instance } from '@labcast/incus';
import type { Environment } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { observeCluster } from '../resources/cluster/observeCluster.ts';
import { observeGuest } from '../resources/vm/observeGuest.ts';
import { listOwnInstances } from './listOwnInstances.ts';

/** Looks at everything that belongs to an environment, wanted or not. Reads only. */
export async function observeEnvironment(
  environment: Environment,
  desired: DesiredEnvironment,
  deps: ReconcileDeps,
): Promise<ObservedEnvironment> {
  const [own, host] = await Promise.all([
    listOwnInstances(environment, deps.incus),
    deps.world.hostNetworks(),
  ]);
  const instances = own.map((instance) => withHealth(toObserved(instance), deps));
  const [clusters, guests] = await Promise.all([
    observeClusters(desired, instances, deps),
    observeGuests(desired, instances, deps),
  ]);
  return {
    bridges: host.bridges.filter((name) => name.startsWith(bridgePrefix(environment.key))),
    egress: host.egress.includes(desired.uplinkAddress),
    instances,
    clusters,
    guests,
  };
}

function withHealth(instance: ObservedInstance, { signs }: ReconcileDeps): ObservedInstance {
  const health = signs.health.get(instance.name);
  return { ...instance, ...(health && { health }) };
}

async function observeClusters(
  desired: DesiredEnvironment,
  instances: readonly ObservedInstance[],
  deps: ReconcileDeps,
): Promise<Record<string, ObservedCluster>> {
  const seen = await Promise.all(
    desired.clusters
      .filter(({ controlPlane }) => isRunning(controlPlane, instances))
      .map(async ({ element, controlPlane }) => [
        element,
        await observeCluster(controlPlane, deps.incus),
      ]),
  );
  return Object.fromEntries(seen) as Record<string, ObservedCluster>;
}

async function observeGuests(
  desired: DesiredEnvironment,
  instances: readonly ObservedInstance[],
  deps: ReconcileDeps,
): Promise<Record<string, ObservedGuest>> {
  const asked = desired.instances.filter(({ guest, name }) => guest && isRunning(name, instances));
  const seen = await Promise.all(
    asked.map(async ({ name }) => [name, await observeGuest(name, deps.incus)] as const),
  );
  return Object.fromEntries(seen.flatMap(([name, guest]) => (guest ? [[name, guest]] : [])));
}

function isRunning(name: string, instances: readonly ObservedInstance[]): boolean {
  return instances.some((instance) => instance.name === name && instance.state === 'running');
}

function toObserved(instance: Instance): ObservedInstance {
  return {
    name: instance.name,
    state: stateOf(instance.status),
    config: instance.config,
    devices: instance.devices,
    everStarted: instance.everStarted,
  };
}

/** Incus's words for instances; those in between (`Starting`, `Stopping`) count as where they come from. */
function stateOf(status: string): ObservedInstance['state'] {
  switch (status) {
    case 'Running':
    case 'Ready':
    case 'Stopping':
      return 'running';
    case 'Frozen':
    case 'Freezing':
      return 'frozen';
    case 'Error':
      return 'error';
    default:
      return 'stopped';
  }
}
