import type { InstanceHealth } from '@labcast/domain';
import { isFull } from '@labcast/domain';
import type { HostUsage } from '@labcast/host';
import type { ReconcileDeps } from '../deps.ts';
import { lxcName } from '../lxcName.ts';
import { createUsageSampler } from './sampleUsage.ts';
import type { WorldWatch } from './watchWorld.ts';

/** Long enough to be seen and understood; short enough that what was mended is not held against it. */
const rememberedMs = 5 * 60_000;

/** Looks, each time it is called, what runs out of memory or disk, and has its lab told of it; and samples what is used. */
export function createHealthObserver(
  deps: ReconcileDeps,
  watch: Pick<WorldWatch, 'lookAt' | 'lookAtAll'>,
): () => Promise<void> {
  const prefix = lxcName('', deps.incus);
  const sample = createUsageSampler(deps, prefix);
  const kills = new Map<string, number>();
  let isAway = false;

  return async () => {
    const usage = await deps.host.getUsage(prefix).catch(() => undefined);
    // Once, when it goes and when it comes: the passes find out more.
    if ((usage === undefined) !== isAway) watch.lookAtAll();
    isAway = usage === undefined;
    if (!usage) return;
    for (const [name, health] of judge(usage, prefix, { kills, known: deps.signs.health })) {
      const before = deps.signs.health.get(name);
      if (health) deps.signs.health.set(name, health);
      else deps.signs.health.delete(name);
      if (signature(before) !== signature(health)) watch.lookAt(name.split('-')[0] ?? '');
    }
    await sample(usage);
  };
}

/** The health of all that is or was known; undefined for what is gone. */
function judge(
  { instances, disks }: HostUsage,
  prefix: string,
  before: { kills: Map<string, number>; known: ReadonlyMap<string, InstanceHealth> },
): Map<string, InstanceHealth | undefined> {
  const result = new Map<string, InstanceHealth | undefined>(
    [...before.known.keys()].map((name) => [name, undefined]),
  );
  const diskOf = new Map(disks.map((disk) => [disk.name, disk]));
  for (const name of new Set([...instances, ...disks].map((one) => one.name))) {
    const own = name.slice(prefix.length);
    const disk = diskOf.get(name);
    const counted = instances.find((instance) => instance.name === name)?.memoryKills;
    const memoryKilledAt = lastKill(own, counted, before);
    result.set(own, {
      diskUsedBytes: disk?.usedBytes ?? 0,
      diskLimitBytes: disk?.limitBytes ?? 0,
      ...(memoryKilledAt !== undefined && { memoryKilledAt }),
    });
  }
  return result;
}

/** A count that is seen for the first time may be old; one that fell is that of a machine started anew. */
function lastKill(
  name: string,
  counted: number | undefined,
  { kills, known }: { kills: Map<string, number>; known: ReadonlyMap<string, InstanceHealth> },
): string | undefined {
  const before = kills.get(name);
  if (counted === undefined) {
    kills.delete(name);
    return undefined;
  }
  kills.set(name, counted);
  if (before !== undefined && counted > before) return new Date().toISOString();
  const at = known.get(name)?.memoryKilledAt;
  const isRemembered = at !== undefined && Date.now() - Date.parse(at) < rememberedMs;
  return isRemembered && before !== undefined && counted === before ? at : undefined;
}

function signature(health: InstanceHealth | undefined): string {
  return health ? `${String(isFull(health))} ${health.memoryKilledAt ?? ''}` : 'false ';
}
