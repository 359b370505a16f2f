/* eslint-disable @typescript-eslint/require-await -- async, so that what is thrown is a rejection */
import type { IncusClient, Instance, Properties } from '../client.ts';
import { collectExec } from '../collectExec.ts';
import { IncusError } from '../errors.ts';
import { openFakeExec, type ExecHandler } from './fakeExec.ts';
import type { FakeInstance, FakeWorld } from './fakeWorld.ts';

type InstanceCalls = Pick<
  IncusClient,
  | 'listInstances'
  | 'listInstancesNamed'
  | 'findInstance'
  | 'createInstance'
  | 'copyInstance'
  | 'freezeInstance'
  | 'unfreezeInstance'
  | 'createSnapshot'
  | 'listSnapshots'
  | 'removeSnapshot'
  | 'updateInstance'
  | 'startInstance'
  | 'stopInstance'
  | 'removeInstance'
  | 'getInstanceUsage'
  | 'getAddresses'
  | 'writeFile'
  | 'appendFile'
  | 'getFileSize'
  | 'readFile'
  | 'exec'
  | 'openExec'
>;

const usage = { memoryBytes: 2 ** 25, cpuSeconds: 0.1, diskBytes: 2 ** 20, processes: 1 };

export function createFakeInstances(world: FakeWorld, handler: ExecHandler): InstanceCalls {
  const tell = (action: string, instance: string): void =>
    world.tell({ type: 'lifecycle', action, instance, isRequested: true });

  function setStatus(name: string, status: 'Running' | 'Stopped'): void {
    const found = world.get(name);
    if (found.instance.status === status) return;
    const everStarted = found.instance.everStarted || status === 'Running';
    found.instance = { ...found.instance, status, everStarted };
    tell(status === 'Running' ? 'instance-started' : 'instance-stopped', name);
  }

  function add(instance: Instance, files: FakeInstance['files'], start: boolean): void {
    const { name } = instance;
    world.instances.set(name, { instance, files, snapshots: new Map(), usage, addresses: {} });
    tell('instance-created', name);
    if (start) setStatus(name, 'Running');
  }

  return {
    listInstances: async () => [...world.instances.values()].map(({ instance }) => instance),
    listInstancesNamed: async (prefix) =>
      [...world.instances.values()]
        .map(({ instance }) => instance)
        .filter(({ name }) => name.startsWith(prefix)),
    findInstance: async (name) => world.instances.get(name)?.instance,
    async createInstance({ name, image, config, devices, start }) {
      if (world.instances.has(name)) {
        throw new IncusError('conflict', `An instance ${name} exists already.`);
      }
      if (world.findImage(image) === undefined) {
        throw new IncusError('not-found', `There is no image ${image} for instance ${name}.`);
      }
      const createdAt = new Date().toISOString();
      const state = { status: 'Stopped', everStarted: false, createdAt };
      const instance = { name, config, devices, ...state };
      add(instance, new Map(), start);
    },
    async copyInstance({ name, from, config, devices, start }) {
      if (world.instances.has(name)) {
        throw new IncusError('conflict', `An instance ${name} exists already.`);
      }
      const original = world.instances.get(from.instance);
      const source =
        from.snapshot === undefined ? original : original?.snapshots.get(from.snapshot);
      if (!source) throw new IncusError('not-found', `There is no ${from.instance} to copy.`);
      const createdAt = new Date().toISOString();
      const instance = {
        name,
        status: 'Stopped',
        config: { ...source.instance.config, ...config },
        devices: { ...source.instance.devices, ...devices },
        everStarted: false,
        createdAt,
      };
      add(instance, new Map(source.files), start);
    },
    freezeInstance: async (name) => world.setFrozen(name, true),
    unfreezeInstance: async (name) => world.setFrozen(name, false),
    async createSnapshot(name, snapshot) {
      const { instance, files, snapshots } = world.get(name);
      if (snapshots.has(snapshot))
        throw new IncusError('conflict', `There is a snapshot ${snapshot} already.`);
      snapshots.set(snapshot, { instance, files: new Map(files) });
    },
    listSnapshots: async (name) => [...world.get(name).snapshots.keys()],
    async removeSnapshot(name, snapshot) {
      world.instances.get(name)?.snapshots.delete(snapshot);
    },
    async updateInstance(name, change) {
      const found = world.get(name);
      const config = without('', { ...found.instance.config, ...change.config });
      const devices = Object.fromEntries(
        Object.entries({ ...found.instance.devices, ...change.devices }).filter(
          ([, properties]) => Object.keys(properties).length > 0,
        ),
      );
      found.instance = { ...found.instance, config, devices };
      tell('instance-updated', name);
    },
    startInstance: async (name) => setStatus(name, 'Running'),
    async stopInstance(name) {
      if (world.instances.has(name)) setStatus(name, 'Stopped');
    },
    async removeInstance(name) {
      if (world.instances.delete(name)) tell('instance-deleted', name);
    },
    getInstanceUsage: async (name) => world.get(name).usage,
    getAddresses: async (name) => world.get(name).addresses,
    async writeFile(name, path, content, { mode, uid, gid }) {
      world.get(name).files.set(path, { content: Buffer.from(content), mode, uid, gid });
    },
    async appendFile(name, path, content) {
      const { files } = world.get(name);
      const before = files.get(path) ?? { content: Buffer.alloc(0), mode: '0600', uid: 0, gid: 0 };
      const whole = Buffer.concat([before.content, content]);
      files.set(path, { ...before, content: whole });
      return whole.length;
    },
    getFileSize: async (name, path) => world.get(name).files.get(path)?.content.length ?? 0,
    async readFile(name, path) {
      const file = world.get(name).files.get(path);
      if (file === undefined) throw new IncusError('not-found', 'Incus: Not Found');
      return file.content;
    },
    async exec(name, request, options) {
      world.getRunning(name);
      return collectExec(openFakeExec(handler, name, request), request.command, options);
    },
    async openExec(name, request) {
      world.getRunning(name);
      return openFakeExec(handler, name, request);
    },
  };
}

function without(gone: string, properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== gone));
}
