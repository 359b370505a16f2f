import { labels } from '@labcast/domain';
import type { HostClient } from '@labcast/host';
import { isIncusError } from '@labcast/incus';
import type { CopySpec, IncusClient } from '@labcast/incus';
import { lxcName } from '../lxcName.ts';

type Host = Pick<HostClient, 'giveRoom' | 'limitDisk'>;
type Work = () => Promise<void>;

/** A program that waits for room may take the first. */
const mostTries = 3;

/** Where a copy begins with as much as it may hold, it gets this much more for good; the last is for one that held more. */
const copyRooms = [4, 16, 64].map((mebibytes) => mebibytes * 2 ** 20);

/**
 * Incus keeps a file of its own on each machine's disk, and so can neither start nor change one whose student filled it.
 * In this client each of these gives the disk a little room when it is full, tries again, and takes the room back. See
 * ADR 0021.
 */
export function withRoom(incus: IncusClient, host: Host): IncusClient {
  const work = (name: string, act: Work): Promise<void> => workWithRoom(name, act, incus, host);
  return {
    ...incus,
    startInstance: (name) => work(name, () => incus.startInstance(name)),
    stopInstance: (name, options) => work(name, () => incus.stopInstance(name, options)),
    updateInstance: (name, change) => work(name, () => incus.updateInstance(name, change)),
    copyInstance: (spec) => copyWithRoom(spec, incus, host),
  };
}

async function workWithRoom(
  name: string,
  work: Work,
  incus: IncusClient,
  host: Host,
): Promise<void> {
  let failure = await fullDiskIn(work);
  if (failure === undefined) return;
  try {
    for (let tries = 0; failure !== undefined && tries < mostTries; tries++) {
      const hasRoom = await host.giveRoom(lxcName(name, incus)).then(
        () => true,
        () => false,
      );
      // The disk is one that nobody counts: what Incus said tells more of it.
      if (!hasRoom) break;
      failure = await fullDiskIn(work);
    }
  } finally {
    await takeRoom(name, incus, host);
  }
  if (failure !== undefined) throw failure;
}

/** The error of a disk, or a pool, that is full; throws every other. */
async function fullDiskIn(work: Work): Promise<Error | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (isIncusError(error, 'storage-full')) return error;
    throw error;
  }
}

/** 4 MiB that stay because somebody is away just now hurt nobody, and go at the next time. */
async function takeRoom(name: string, incus: IncusClient, host: Host): Promise<void> {
  const found = await incus.findInstance(name).catch(() => undefined);
  const size = Number(found?.devices.root?.size);
  if (size > 0) await host.limitDisk(lxcName(name, incus), size).catch(() => undefined);
}

/**
 * With full quotas a copy holds at once all that its original held. It begins with the limit of its original too, and to
 * set another takes a little room itself, so the original gets some meanwhile.
 */
async function copyWithRoom(spec: CopySpec, incus: IncusClient, host: Host): Promise<void> {
  const failure = await fullDiskIn(() => incus.copyInstance(spec));
  if (failure === undefined) return;
  const original = spec.from.instance;
  await host.giveRoom(lxcName(original, incus)).catch(() => undefined);
  try {
    for (const larger of largerOnes(spec))
      if ((await fullDiskIn(() => incus.copyInstance(larger))) === undefined) return;
  } finally {
    await takeRoom(original, incus, host);
  }
  throw failure;
}

function largerOnes(spec: CopySpec): CopySpec[] {
  const { root } = spec.devices;
  const size = Number(root?.size);
  if (!(size > 0)) return [];
  return copyRooms.map((room) => ({
    ...spec,
    config: { ...spec.config, [labels.room]: String(room) },
    devices: { ...spec.devices, root: { ...root, size: String(size + room) } },
  }));
}
