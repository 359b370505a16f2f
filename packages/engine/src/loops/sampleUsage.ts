import type { ElementStatus, ElementUsage } from '@labcast/domain';
import type { HostUsage } from '@labcast/host';
import type { EnvironmentId } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';

interface Counted {
  readonly cpuCores: number;
  readonly memoryBytes: number;
  readonly diskBytes: number;
}

/** Writes down what the labs use that somebody looks at. What was counted comes from the caller, who counts anyway. */
export function createUsageSampler(
  { store, timings }: Pick<ReconcileDeps, 'store' | 'timings'>,
  prefix: string,
): (usage: HostUsage) => Promise<void> {
  let before = { at: -Infinity, cpuSeconds: new Map<string, number>() };

  return async (usage) => {
    const now = performance.now();
    const seconds = (now - before.at) / 1000;
    // A loop that comes a little early still counts.
    if (seconds * 1000 < timings.sampleUsage * 0.9) return;
    const counted = count(usage, before.cpuSeconds, seconds);
    before = {
      at: now,
      cpuSeconds: new Map(usage.instances.map(({ name, cpuSeconds }) => [name, cpuSeconds])),
    };
    const watched = await store.listWatched();
    const measured = await Promise.all(
      watched.map(async (environmentId: EnvironmentId) => {
        const { status } = await store.getEnvironment(environmentId);
        const own = status.elements.filter(({ kind }) => kind !== 'app');
        return { environmentId, elements: own.map((one) => sum(one, counted, prefix)) };
      }),
    );
    await store.saveUsage(new Date(), measured);
  };
}

function count(
  { instances, disks }: HostUsage,
  cpuBefore: ReadonlyMap<string, number>,
  seconds: number,
): Map<string, Counted> {
  const diskOf = new Map(disks.map(({ name, usedBytes }) => [name, usedBytes]));
  const result = new Map<string, Counted>(
    disks.map(({ name, usedBytes }) => [
      name,
      { cpuCores: 0, memoryBytes: 0, diskBytes: usedBytes },
    ]),
  );
  for (const { name, cpuSeconds, memoryBytes } of instances) {
    const spent = cpuSeconds - (cpuBefore.get(name) ?? cpuSeconds);
    // One that was started anew counts from zero again.
    const cpuCores = Math.max(0, Math.round((spent / seconds) * 1000) / 1000);
    result.set(name, { cpuCores, memoryBytes, diskBytes: diskOf.get(name) ?? 0 });
  }
  return result;
}

function sum(
  { name, instances }: ElementStatus,
  counted: ReadonlyMap<string, Counted>,
  prefix: string,
): ElementUsage {
  const parts = instances.flatMap((instance) => counted.get(prefix + instance) ?? []);
  const total = (field: keyof Counted): number => parts.reduce((all, part) => all + part[field], 0);
  return {
    name,
    cpuCores: total('cpuCores'),
    memoryBytes: total('memoryBytes'),
    diskBytes: total('diskBytes'),
  };
}
