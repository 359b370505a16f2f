/* eslint-disable @typescript-eslint/require-await -- async, so that what is thrown is a rejection */
import { setImmediate as turn } from 'node:timers/promises';

import type { IncusClient } from '../client.ts';
import { IncusError, type IncusErrorKind } from '../errors.ts';
import type { ExecHandler } from './fakeExec.ts';
import { createFakeImages } from './fakeImages.ts';
import { createFakeInstances } from './fakeInstances.ts';
import { FakeWorld } from './fakeWorld.ts';

type Method = {
  [K in keyof IncusClient]: IncusClient[K] extends (...args: never[]) => Promise<unknown>
    ? K
    : never;
}[keyof IncusClient];

export interface FakeIncus {
  readonly client: IncusClient;
  /** What is there; tests may look and change. */
  readonly world: FakeWorld;
  /** The next `times` calls of `method` throw `kind`; `after` lets them do their work first, as when the answer is lost. */
  failNext(
    method: Method,
    kind: IncusErrorKind,
    options?: { times?: number; when?: 'before' | 'after' },
  ): void;
  /** Tells all watchers that events may have been missed. */
  reconnect(): void;
}

/** Incus in memory, for tests: no latency, no limits, and commands run by `exec`. */
export function createFakeIncus(
  options: { project?: string; images?: readonly string[]; exec?: ExecHandler } = {},
): FakeIncus {
  const world = new FakeWorld(options.images ?? []);
  const failures: { method: Method; kind: IncusErrorKind; when: 'before' | 'after' }[] = [];
  const takeFailure = (method: string): (typeof failures)[number] | undefined => {
    const index = failures.findIndex((failure) => failure.method === method);
    return index < 0 ? undefined : failures.splice(index, 1)[0];
  };
  const plain = createPlainClient(world, options.project ?? 'fake', options.exec ?? (() => 0));

  const client = new Proxy(plain, {
    get(target, property: keyof IncusClient) {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- none of them uses `this`
      const member = target[property];
      if (typeof member !== 'function' || property === 'watchEvents') return member;
      return async (...args: unknown[]) => {
        await turn();
        const failure = takeFailure(property);
        const error =
          failure && new IncusError(failure.kind, `Incus: planned failure of ${property}`);
        if (failure?.when === 'before') throw error!;
        const result = await (member as (...args: unknown[]) => Promise<unknown>)(...args);
        if (error !== undefined) throw error;
        return result;
      };
    },
  });
  return {
    client,
    world,
    failNext(method, kind, { times = 1, when = 'before' } = {}) {
      for (let count = 0; count < times; count += 1) failures.push({ method, kind, when });
    },
    reconnect: () => world.tell({ type: 'reconnected' }),
  };
}

function createPlainClient(world: FakeWorld, project: string, exec: ExecHandler): IncusClient {
  return {
    project,
    getServerVersion: async () => '6.0.4',
    getResources: async () => world.resources,
    ensureProject: async () => undefined,
    async removeProject() {
      if (world.instances.size > 0) {
        throw new IncusError('conflict', 'Incus: Only empty projects can be removed.');
      }
    },
    async ensureStoragePool(name) {
      if (!world.pools.has(name)) world.pools.set(name, { totalBytes: 40 * 2 ** 30, usedBytes: 0 });
    },
    async removeStoragePool(name) {
      world.pools.delete(name);
    },
    async getPoolUsage(name) {
      const pool = world.pools.get(name);
      if (pool === undefined) throw new IncusError('not-found', 'Incus: Storage pool not found');
      return pool;
    },
    ...createFakeInstances(world, exec),
    ...createFakeImages(world),
    watchEvents: (listener) => world.watch(listener),
    close: async () => undefined,
  };
}
