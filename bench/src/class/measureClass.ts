import type { DesiredEnvironment } from '@labcast/domain';
import { buildBlueprintText } from '@labcast/domain';
import type { Checkpoint, Environment, Store } from '@labcast/store';
import { floorLabOf } from '../floor/floorLab.ts';
import { settleStorage } from '../floor/settleStorage.ts';
import { printSeconds, secondsOf } from '../statistics.ts';
import { classLab } from './classLab.ts';
import {
  makeFloorClass,
  removeFloorClass,
  removeKept,
  tryLabs,
  updateFloorClass,
} from './floorClass.ts';
import {
  makeClass,
  makeDev,
  openLabcastStore,
  originsIn,
  removeAll,
  takeCheckpoint,
  updateClass,
} from './labcastClass.ts';
import { printSimulation, simulateClass } from './simulateClass.ts';

const fiveMachines = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: false }
elements:
${[1, 2, 3, 4, 5].map((number) => `  m${String(number)}: { kind: container, image: debian-12, memory: 128MiB }`).join('\n')}
`;

/** A whole class by hand and by Labcast, from the same checkpoint, one after the other; then what the engine costs alone. */
export async function measureClass(sizes: readonly number[] = [10, 30, 60]): Promise<void> {
  const store = openLabcastStore();
  try {
    await measureCopies(store, {
      title: 'two machines each',
      blueprint: classLab,
      sizes,
      updated: { size: 30, element: 'web' },
    });
    await measurePause(store);
    const blueprint = buildBlueprintText('webserver', {
      cpu: '1',
      memory: '1GiB',
      storage: '4GiB',
    });
    await measureCopies(store, {
      title: 'a cluster with a web server each',
      blueprint,
      sizes: [10],
    });
  } finally {
    await store.close();
  }
  printSimulation(await simulateClass(1000));
}

interface Subject {
  readonly title: string;
  readonly blueprint: string;
  readonly sizes: readonly number[];
  readonly updated?: { readonly size: number; readonly element: string };
}

async function measureCopies(store: Store, subject: Subject): Promise<void> {
  await withDev(store, subject.blueprint, async (dev) => {
    const checkpoint = await takeCheckpoint(store, dev);
    for (const size of subject.sizes) {
      console.log(`\nA class of ${String(size)}, ${subject.title}, until all of it works`);
      const updated = subject.updated?.size === size ? subject.updated.element : undefined;
      const floor = await measureFloor(checkpoint, size, updated);
      const labcast = await measureLabcast(store, { dev, checkpoint, size, updated });
      for (const work of Object.keys(floor)) print(work, floor[work] ?? 0, labcast[work] ?? 0);
    }
  });
}

type Seconds = Record<string, number>;

async function measureFloor(
  checkpoint: Checkpoint,
  size: number,
  updated: string | undefined,
): Promise<Seconds> {
  const labs = floorLabs(checkpoint, size);
  await settleStorage();
  const ready = await secondsOf(() => makeFloorClass(labs));
  const update =
    updated === undefined ? undefined : await secondsOf(() => updateFloorClass(labs, updated));
  const teardown = await secondsOf(() => removeFloorClass(labs));
  if (updated !== undefined) await removeKept(labs);
  return { ready, ...(update !== undefined && { update }), teardown };
}

async function measureLabcast(
  store: Store,
  about: { dev: Environment; checkpoint: Checkpoint; size: number; updated: string | undefined },
): Promise<Seconds> {
  const { dev, checkpoint, size, updated } = about;
  let labs: Environment[] = [];
  await settleStorage();
  const ready = await secondsOf(async () => {
    labs = await makeClass(store, checkpoint, size);
    await tryLabs(desiredOf(labs, checkpoint));
  });
  let update: number | undefined;
  if (updated !== undefined) {
    const to = await takeCheckpoint(store, dev);
    update = await secondsOf(async () => {
      await updateClass(store, labs, { to, element: updated });
      await tryLabs(desiredOf(labs, to));
    });
  }
  const teardown = await secondsOf(() => removeAll(store, labs));
  return { ready, ...(update !== undefined && { update }), teardown };
}

function floorLabs(checkpoint: Checkpoint, size: number): DesiredEnvironment[] {
  const origins = originsIn(checkpoint);
  return Array.from({ length: size }, (_, number) =>
    floorLabOf(checkpoint.blueprint, number, origins),
  );
}

/** The same labs under the names that Labcast gave them. */
function desiredOf(labs: readonly Environment[], checkpoint: Checkpoint): DesiredEnvironment[] {
  return labs.map(({ key }, number) => {
    const lab = floorLabOf(checkpoint.blueprint, number);
    const instances = lab.instances.map((instance) => ({
      ...instance,
      name: key + instance.name.slice(lab.key.length),
    }));
    return { ...lab, key, instances };
  });
}

async function measurePause(store: Store): Promise<void> {
  await withDev(store, fiveMachines, async (dev) => {
    const pauses: number[] = [];
    const all: number[] = [];
    for (let number = 0; number < 5; number++)
      all.push(
        await secondsOf(async () => {
          pauses.push(((await takeCheckpoint(store, dev)).pauseMs ?? Number.NaN) / 1000);
        }),
      );
    console.log('\nA checkpoint of five running machines');
    console.log(`  they stand still  ${printSeconds(pauses)}`);
    console.log(`  until it is kept  ${printSeconds(all)}`);
  });
}

/** Leaves nothing of it, whatever happens. */
async function withDev(
  store: Store,
  blueprint: string,
  work: (dev: Environment) => Promise<void>,
): Promise<void> {
  const name = `bench-class-${String(Date.now())}`;
  const dev = await makeDev(store, name, blueprint);
  try {
    await work(dev);
  } finally {
    const mine = (await store.listEnvironments()).filter(
      ({ assignmentId }) => assignmentId === dev.assignmentId,
    );
    await removeAll(store, mine);
  }
}

function print(work: string, floor: number, labcast: number): void {
  const seconds = (value: number): string => `${value.toFixed(2).padStart(7)} s`;
  const ratio = (labcast / floor).toFixed(2);
  console.log(
    `  ${work.padEnd(9)} by hand ${seconds(floor)}   labcast ${seconds(labcast)}   ratio ${ratio}`,
  );
}
