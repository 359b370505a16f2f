import { setImmediate as turn } from 'node:timers/promises';
import type { IncusClient } from '@labcast/incus';

export interface WatchedIncus {
  readonly client: IncusClient;
  /** Names of instances that were asked for while they were in the making already. */
  readonly overlaps: string[];
  /** Lets nothing be made until the answer is called: as while Incus fetches an image. */
  holdCreations(): () => void;
  /** How many are held. */
  readonly held: () => number;
  /** How many removals wait for the making of what they remove. */
  readonly waitingRemovals: () => number;
}

/**
 * Incus makes an instance in the background and shows it only after a while, and removes one only after what is under way
 * on it: the fake alone does both at once. `beforeCreation` runs when the instance is about to appear.
 */
export function watchIncus(
  inner: IncusClient,
  beforeCreation: (name: string) => Promise<void>,
): WatchedIncus {
  const tasks = new Map<string, Set<Promise<void>>>();
  const overlaps: string[] = [];
  let gate: Promise<unknown> = Promise.resolve();
  let held = 0;
  let waitingRemovals = 0;

  const make = async (spec: Parameters<IncusClient['createInstance']>[0]): Promise<void> => {
    held++;
    await gate;
    held--;
    for (let turns = Math.floor(Math.random() * 4); turns > 0; turns--) await turn();
    await beforeCreation(spec.name);
    await inner.createInstance(spec);
  };

  const watched: Pick<IncusClient, 'createInstance' | 'removeInstance'> = {
    async createInstance(spec) {
      const own = tasks.get(spec.name) ?? new Set();
      tasks.set(spec.name, own);
      if (own.size > 0) overlaps.push(spec.name);
      const task = make(spec).finally(() => own.delete(task));
      own.add(task);
      await task;
    },
    async removeInstance(name) {
      const own = [...(tasks.get(name) ?? [])];
      waitingRemovals += own.length;
      await Promise.allSettled(own);
      waitingRemovals -= own.length;
      await inner.removeInstance(name);
    },
  };
  return {
    // Not a copy: the fake's client plans its failures in a proxy.
    client: new Proxy(inner, {
      get: (target, property) =>
        Reflect.get(property in watched ? watched : target, property) as unknown,
    }),
    overlaps,
    held: () => held,
    waitingRemovals: () => waitingRemovals,
    holdCreations() {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      gate = promise;
      return () => {
        gate = Promise.resolve();
        resolve(undefined);
      };
    },
  };
}
