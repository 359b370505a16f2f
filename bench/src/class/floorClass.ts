import { availableParallelism } from 'node:os';
import type { DesiredEnvironment } from '@labcast/domain';
import PQueue from 'p-queue';
import {
  addBridges,
  createRaw,
  fetchPageRaw,
  removeBridges,
  removeRaw,
  startAppsRaw,
} from '../floor/floorLab.ts';
import { callIncus, execRaw } from '../floor/rawIncus.ts';

/** As the engine does it: more at once only makes each wait longer. */
const concurrency = 2 * availableParallelism();

async function all<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>) {
  const queue = new PQueue({ concurrency });
  await queue.addAll(items.map((item) => () => work(item)));
}

function instancesOf(labs: readonly DesiredEnvironment[]) {
  return labs.flatMap(({ instances }) => instances);
}

/** By hand: bridges, then all instances, so many at once; then every lab is asked whether it works. */
export async function makeFloorClass(labs: readonly DesiredEnvironment[]): Promise<void> {
  for (const lab of labs) await addBridges(lab);
  await all(instancesOf(labs), createRaw);
  await all(labs, startAppsRaw);
  await tryLabs(labs);
}

/** A prompt in every machine, and the page of every app. */
export async function tryLabs(labs: readonly DesiredEnvironment[]): Promise<void> {
  const machines = instancesOf(labs).filter(({ role }) => role === 'machine');
  await all(machines, ({ name }) => execRaw(name, ['bash', '-lc', 'true']));
  await all(labs, fetchPageRaw);
}

/**
 * What an update is without anybody who plans it: keep the disks, make one element of each lab anew from its copy. Kept as
 * copies, since a snapshot goes with the machine that is made anew.
 */
export async function updateFloorClass(
  labs: readonly DesiredEnvironment[],
  element: string,
): Promise<void> {
  await all(machinesOf(labs), ({ name, config, devices }) =>
    callIncus('POST', '/1.0/instances', {
      name: keptName(name),
      source: { type: 'copy', source: name, instance_only: true },
      profiles: [],
      config,
      devices: withoutNetwork(devices),
    }),
  );
  await all(
    machinesOf(labs).filter((instance) => instance.element === element),
    async (instance) => {
      await removeRaw(instance.name);
      await createRaw(instance);
    },
  );
  await tryLabs(labs);
}

/** Two on one network may not have one MAC, even when one of them never runs. */
function withoutNetwork(devices: DesiredEnvironment['instances'][number]['devices']) {
  return Object.fromEntries(
    Object.entries(devices).map(([name, device]) => [
      name,
      device.type === 'nic' ? { type: 'none' } : device,
    ]),
  );
}

/** What the update kept. */
export async function removeKept(labs: readonly DesiredEnvironment[]): Promise<void> {
  await all(machinesOf(labs), ({ name }) =>
    callIncus('DELETE', `/1.0/instances/${keptName(name)}`),
  );
}

const machinesOf = (labs: readonly DesiredEnvironment[]) =>
  instancesOf(labs).filter(({ role }) => role !== 'gateway');

const keptName = (name: string): string => `${name}-before`;

export async function removeFloorClass(labs: readonly DesiredEnvironment[]): Promise<void> {
  await all(instancesOf(labs), ({ name }) => removeRaw(name));
  for (const lab of labs) await removeBridges(lab);
}
