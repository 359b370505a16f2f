import { labels } from '../environment/names.ts';
import type {
  ObservedCluster,
  ObservedEnvironment,
  ObservedInstance,
} from '../environment/observed.ts';
import type { Step } from '../plan/step.ts';

/** What a step does to the world, told apart from the planner so that a test of it has another judge. */
export function carryOutStep(world: ObservedEnvironment, { action }: Step): ObservedEnvironment {
  switch (action.type) {
    case 'ensure-bridge':
      return { ...world, bridges: [...new Set([...world.bridges, action.bridge])] };
    case 'remove-bridge':
      return { ...world, bridges: world.bridges.filter((name) => name !== action.bridge) };
    case 'set-egress':
      return { ...world, egress: action.allowed };
    case 'create-instance': {
      if (world.instances.some(({ name }) => name === action.instance.name)) return world;
      const { name, config, devices } = action.instance;
      const made: ObservedInstance = { name, state: 'running', config, devices, everStarted: true };
      const before =
        action.instance.role === 'control-plane' ? world.instances.map(distrust) : world.instances;
      return { ...world, instances: [...before, made] };
    }
    case 'start-instance':
      return changeInstance(world, action.instance, (found) => ({
        ...found,
        state: 'running',
        everStarted: true,
      }));
    case 'stop-instance':
      return changeInstance(withoutGuest(world, action.instance), action.instance, (found) => ({
        ...found,
        state: 'stopped',
      }));
    case 'remove-instance':
      return {
        ...withoutGuest(world, action.instance),
        instances: world.instances.filter(({ name }) => name !== action.instance),
        clusters: without(world.clusters, action.instance),
      };
    case 'update-instance':
      return changeInstance(restarted(world, action), action.instance, (found) => ({
        ...found,
        config: withoutEmpty({ ...found.config, ...action.config }),
        devices: Object.fromEntries(
          Object.entries({ ...found.devices, ...action.devices }).filter(
            ([, device]) => Object.keys(device).length > 0,
          ),
        ),
        ...(action.then === 'restart' && { state: 'running' as const }),
      }));
    case 'provision':
      return changeInstance(world, action.instance, (found) => ({
        ...found,
        config: { ...found.config, [labels.provisioned]: action.provision.hash },
      }));
    case 'wait-guest':
      return {
        ...world,
        guests: {
          ...world.guests,
          [action.instance]: { power: 'on', agentAnswers: true, upSeconds: 30 },
        },
      };
    case 'join-worker':
      return changeInstance(world, action.worker.instance, (found) => ({
        ...found,
        config: { ...found.config, [labels.joined]: action.environmentKey, [authority]: 'present' },
      }));
    case 'wait-cluster':
      return changeCluster(world, elementOf(world, action.controlPlane), (found) => ({
        ...found,
        ready: true,
        readyNodes: action.nodes.filter((node) => !isDistrusted(world, node)),
      }));
    case 'apply-app':
      return changeCluster(world, action.app.cluster, (found) => ({
        ...found,
        apps: { ...found.apps, [action.app.element]: { hash: action.app.hash, available: false } },
      }));
    case 'wait-app':
      return changeCluster(world, action.app.cluster, (found) => ({
        ...found,
        apps: { ...found.apps, [action.app.element]: { hash: action.app.hash, available: true } },
      }));
    case 'remove-app':
      return changeCluster(world, elementOf(world, action.controlPlane), (found) => ({
        ...found,
        apps: Object.fromEntries(
          Object.entries(found.apps).filter(([name]) => name !== action.app),
        ),
      }));
  }
}

/** Whose credentials a node holds, which in the real world only its control plane knows. */
const authority = 'test.authority';

function distrust(instance: ObservedInstance): ObservedInstance {
  return { ...instance, config: { ...instance.config, [authority]: 'past' } };
}

function isDistrusted(world: ObservedEnvironment, node: string): boolean {
  const found = world.instances.find(({ name }) => name.endsWith(`-${node}`));
  return found?.config[authority] === 'past';
}

function restarted(
  world: ObservedEnvironment,
  { instance, then }: Extract<Step['action'], { type: 'update-instance' }>,
): ObservedEnvironment {
  return then === 'restart' ? withoutGuest(world, instance) : world;
}

/** A guest goes when its container stops. */
function withoutGuest(world: ObservedEnvironment, instance: string): ObservedEnvironment {
  const guests = Object.entries(world.guests).filter(([name]) => name !== instance);
  return { ...world, guests: Object.fromEntries(guests) };
}

function changeInstance(
  world: ObservedEnvironment,
  name: string,
  change: (found: ObservedInstance) => ObservedInstance,
): ObservedEnvironment {
  return {
    ...world,
    instances: world.instances.map((instance) =>
      instance.name === name ? change(instance) : instance,
    ),
  };
}

function changeCluster(
  world: ObservedEnvironment,
  element: string,
  change: (found: ObservedCluster) => ObservedCluster,
): ObservedEnvironment {
  const found = world.clusters[element] ?? { ready: false, readyNodes: [], apps: {} };
  return { ...world, clusters: { ...world.clusters, [element]: change(found) } };
}

function elementOf(world: ObservedEnvironment, instance: string): string {
  const found = world.instances.find(({ name }) => name === instance);
  return found?.config[labels.element] ?? '';
}

/** A cluster goes with its control plane, and what ran on it. */
function without(
  clusters: ObservedEnvironment['clusters'],
  instance: string,
): ObservedEnvironment['clusters'] {
  return Object.fromEntries(
    Object.entries(clusters).filter(([element]) => !instance.endsWith(`-${element}`)),
  );
}

function withoutEmpty(config: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== ''));
}
