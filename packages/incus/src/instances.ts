import type { IncusClient, Instance, InstanceSpec, Properties } from './client.ts';
import { copyInstance } from './copyInstance.ts';
import { IncusError, isIncusError, saysAlreadyRunning, saysInstanceAbsent } from './errors.ts';
import { setFrozen } from './freezeInstance.ts';
import { imageSource, type ImageServers } from './imageSource.ts';
import type { Operations } from './operations.ts';
import { removeInstance } from './removeInstance.ts';
import { stopInstance } from './stopInstance.ts';
import { pathOf, type Transport } from './transport.ts';
import { updateInstance } from './updateInstance.ts';

type InstanceCalls = Pick<
  IncusClient,
  | 'listInstances'
  | 'listInstancesNamed'
  | 'findInstance'
  | 'createInstance'
  | 'copyInstance'
  | 'freezeInstance'
  | 'unfreezeInstance'
  | 'updateInstance'
  | 'startInstance'
  | 'stopInstance'
  | 'removeInstance'
>;

export function createInstanceCalls(
  transport: Transport,
  operations: Operations,
  imageServers: ImageServers,
): InstanceCalls {
  const find = async (name: string): Promise<Instance | undefined> => {
    try {
      const { metadata } = await transport.call({
        method: 'GET',
        path: pathOf('instances', name),
      });
      return readInstance(metadata as RawInstance);
    } catch (error) {
      if (saysInstanceAbsent(error)) return undefined;
      throw error;
    }
  };

  return {
    async listInstances() {
      const { metadata } = await transport.call({
        method: 'GET',
        path: '/instances',
        query: { recursion: '1' },
      });
      return (metadata as RawInstance[]).map(readInstance);
    },
    async listInstancesNamed(prefix) {
      // A filter would not help: Incus applies it after it has looked up every instance (6.0.4).
      const { metadata } = await transport.call({ method: 'GET', path: '/instances' });
      const names = (metadata as string[])
        .map((path) => new URL(path, 'http://incus').pathname.split('/').at(-1) ?? '')
        .filter((name) => name.startsWith(prefix));
      const found = await Promise.all(names.map(find));
      return found.flatMap((instance) => instance ?? []);
    },
    findInstance: find,
    createInstance: (spec) => createInstance(operations, imageServers, spec),
    copyInstance: (spec) => copyInstance(operations, spec),
    freezeInstance: (name) => setFrozen(operations, name, true),
    unfreezeInstance: (name) => setFrozen(operations, name, false),
    updateInstance: (name, change) => updateInstance(transport, operations, name, change),
    startInstance: (name) => startInstance(operations, name),
    stopInstance: (name, options) => stopInstance(operations, name, options),
    removeInstance: (name) => removeInstance(operations, name),
  };
}

interface RawInstance {
  readonly name: string;
  readonly status: string;
  readonly config: Properties;
  readonly devices: Readonly<Record<string, Properties>>;
  readonly last_used_at: string;
  readonly created_at: string;
}

function readInstance(raw: RawInstance): Instance {
  return {
    name: raw.name,
    status: raw.status,
    config: raw.config,
    devices: raw.devices,
    everStarted: !raw.last_used_at.startsWith('1970-01-01'),
    createdAt: raw.created_at,
  };
}

async function createInstance(
  operations: Operations,
  imageServers: ImageServers,
  spec: InstanceSpec,
): Promise<void> {
  const { name, image, config, devices, start } = spec;
  const source = imageSource(image, imageServers);
  const body = { name, type: 'container', profiles: [], source, config, devices, start };
  try {
    await operations.run({ method: 'POST', path: '/instances', body });
  } catch (error) {
    throw explainCreateError(error, spec);
  }
}

function explainCreateError(error: unknown, { name, image }: InstanceSpec): unknown {
  // The name is locked by whoever is making or removing an instance of it.
  if (isIncusError(error, 'busy') || isIncusError(error, 'conflict')) {
    const message = `An instance ${name} exists already, or is being made or removed.`;
    return new IncusError('conflict', message, { cause: error });
  }
  if (isIncusError(error, 'not-found') && /[Ii]mage/.test(error.message)) {
    const message = `There is no image ${image} for instance ${name}. Build or import it first.`;
    return new IncusError('not-found', message, { cause: error });
  }
  return error;
}

async function startInstance(operations: Operations, name: string): Promise<void> {
  const path = pathOf('instances', name, 'state');
  const body = { action: 'start' };
  try {
    await operations.whileBusy(name, () => operations.run({ method: 'PUT', path, body }));
  } catch (error) {
    if (!saysAlreadyRunning(error)) throw error;
  }
}
