import type { Environment, Rollout } from '@labcast/store';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openClassBed, root } from './testing/classBed.ts';
import type { ClassBed } from './testing/classBed.ts';
import { startDatabaseServer } from './testing/startDatabaseServer.ts';

let bed: ClassBed;
beforeAll(startDatabaseServer);
beforeEach(async () => {
  bed = await openClassBed();
});
afterEach(() => bed.remove());

/** Two students of r1, of whom the second has work, and r2 with another file. */
async function makeUpdatable() {
  await bed.start();
  const dev = await bed.makeDev();
  const one = await bed.release(dev);
  await bed.untilEnded(await bed.deploy(dev, one, 2));
  await bed.incus.client.writeFile(`${dev.key}-web`, '/work', 'r2', root);
  const two = await bed.release(dev);
  const [untouched, touched] = await bed.studentsOf(dev);
  await bed.incus.client.writeFile(`${touched!.key}-web`, '/work', 'mine', root);
  const work = { files: [{ path: '/work', change: 'added' as const }], total: 1 };
  const { project } = bed.incus.client;
  const name = ({ key }: { key: string }) =>
    project === 'default' ? `${key}-web` : `${project}_${key}-web`;
  const isOther = (other: { key: string }) =>
    bed.host.comparisons.set(`${name(one)}:${name(other)}`, work);
  isOther(two);
  isOther(touched!);
  return { dev, two, untouched: untouched!, touched: touched!, isOther };
}

async function bring(
  kind: 'update' | 'roll-back',
  environments: readonly Environment[],
  choices: Rollout['choices'] = {},
  releaseNumber = kind === 'update' ? 2 : 1,
): Promise<Rollout> {
  const now = await Promise.all(environments.map(({ id }) => bed.store.getEnvironment(id)));
  return bed.untilEnded(
    await bed.store.createRollout({
      assignmentId: now[0]!.assignmentId,
      kind,
      releaseNumber,
      canary: false,
      atFirstOpen: false,
      choices,
      requestedBy: 'Ada',
      environments: now,
      places: [],
    }),
  );
}

test('an update replaces what nobody touched and keeps what somebody did', async () => {
  const { dev, untouched, touched } = await makeUpdatable();
  const update = await bring('update', [untouched, touched]);
  expect(update).toMatchObject({ state: 'done' });
  const targets = await bed.store.listTargets(update.id);
  expect(targets.map(({ outcome }) => outcome)).toEqual(['replace', 'keep']);
  expect(bed.contentOf(untouched, '/work')).toBe('r2');
  expect(bed.contentOf(touched, '/work')).toBe('mine');
  const checkpoints = await bed.store.listCheckpoints(dev.assignmentId);
  expect(checkpoints.filter(({ reason }) => reason === 'before-update')).not.toHaveLength(0);
});

test('what is replaced all the same sees its old disk, until it is dropped', async () => {
  const { dev, untouched, touched } = await makeUpdatable();
  const device = ({ key }: Environment) =>
    bed.incus.world.get(`${key}-web`).instance.devices.before;
  const update = await bring('update', [untouched, touched], { default: 'replace' });
  const targets = await bed.store.listTargets(update.id);
  expect(targets.map(({ outcome }) => outcome)).toEqual(['replace', 'replace-kept']);
  expect(bed.contentOf(touched, '/work')).toBe('r2');
  const checkpoints = await bed.store.listCheckpoints(dev.assignmentId);
  const kept = checkpoints.find(({ sourceId }) => sourceId === touched.id);
  expect(bed.contentOf(kept!, '/work')).toBe('mine');
  expect(device(touched)).toMatchObject({ path: '/mnt/before', readonly: 'true' });
  expect(device(touched)?.source).toMatch(new RegExp(`_?${kept!.key}-web/rootfs$`));
  expect(device(untouched)).toBeUndefined();

  // Its next checkpoint is of its own disk alone.
  const { id } = await bed.store.createCheckpoint({
    sourceId: touched.id,
    reason: 'asked',
    createdBy: 'Ada',
  });
  await expect.poll(async () => (await bed.store.getCheckpoint(id)).state).toBe('kept');
  const later = await bed.store.getCheckpoint(id);
  expect(bed.incus.world.get(`${later.key}-web`).instance.devices.before).toEqual({ type: 'none' });

  await bed.store.changeWanted(touched.id, { beforeDisks: {} });
  await bed.untilSettled(touched.id);
  expect(device(touched)).toBeUndefined();
  expect(bed.contentOf(touched, '/work')).toBe('r2');
});

test('a rolled back student has the old disk for good, and sees none from before', async () => {
  const { touched, untouched } = await makeUpdatable();
  await bring('update', [untouched, touched], { default: 'replace' });
  expect(await bring('roll-back', [untouched, touched])).toMatchObject({ state: 'done' });
  expect(bed.contentOf(touched, '/work')).toBe('mine');
  expect(bed.contentOf(untouched, '/work')).toBeUndefined();
  expect((await bed.store.getEnvironment(touched.id)).beforeDisks).toEqual({});
  expect(bed.incus.world.get(`${touched.key}-web`).instance.devices.before).toBeUndefined();
});

test('who skipped a release is rolled back to the one that the old disk is of', async () => {
  const { dev, touched, isOther } = await makeUpdatable();
  isOther(await bed.release(dev));
  await bring('update', [touched], { default: 'replace' }, 3);
  const releaseOf = async () => (await bed.store.getEnvironment(touched.id)).releaseNumber;
  expect([await releaseOf(), bed.contentOf(touched, '/work')]).toEqual([3, 'r2']);
  // What the server asks for: the one before the newest.
  await bring('roll-back', [touched], {}, 2);
  expect(bed.contentOf(touched, '/work')).toBe('mine');
  expect(await releaseOf()).toBe(1);
});

test('what is frozen is left as it was by a later update', async () => {
  const { touched, untouched } = await makeUpdatable();
  await bed.store.saveClassFields(touched.id, { frozenAt: new Date() });
  const update = await bring('update', [untouched, touched], { default: 'replace' });
  expect(await bed.statesOf(update)).toEqual(['ready', 'kept']);
  expect(bed.contentOf(touched, '/work')).toBe('mine');
});
