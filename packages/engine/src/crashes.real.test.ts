import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { complaints } from './testing/judge.ts';
import { clusterLab, machineLab } from './testing/labs.ts';
import { startDatabaseServer } from './testing/startDatabaseServer.ts';
import { openTestBed } from './testing/testBed.ts';
import type { TestBed } from './testing/testBed.ts';

let bed: TestBed;
beforeAll(startDatabaseServer);
beforeEach(async () => {
  bed = await openTestBed();
});
afterEach(() => bed.remove());

const otherLab = clusterLab
  .replace('subnet: 10.20.0.0/24', 'subnet: 10.30.0.0/24')
  .replace('nodes: 3', 'nodes: 2');
// A lab of this size is made in about 70 calls and destroyed in 20.
const lives = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 3 });

test('whenever engines are killed, the next one ends the work, and leaves nothing', async () => {
  let last: Awaited<ReturnType<TestBed['start']>> | undefined;
  await fc.assert(
    fc.asyncProperty(lives, lives, lives, async (making, changing, destroying) => {
      const { id } = await bed.createLab(clusterLab);
      await diesAndRecovers(making);
      await bed.untilSettled(id);
      expect(await complaints(bed, id)).toEqual([]);
      await stopAll();

      await bed.store.changeWanted(id, { blueprint: otherLab });
      await diesAndRecovers(changing);
      await bed.untilSettled(id);
      expect(await complaints(bed, id)).toEqual([]);
      await stopAll();

      await bed.store.changeWanted(id, { wanted: 'absent' });
      await diesAndRecovers(destroying);
      await bed.untilGone(id);
      expect(await complaints(bed, id)).toEqual([]);
      await stopAll();
    }),
    { numRuns: 6 },
  );

  async function diesAndRecovers(lifetimes: readonly number[]): Promise<void> {
    for (const calls of lifetimes) await (await bed.start({ lookAgain: 1 }, calls)).ended;
    last = await bed.start();
  }
  async function stopAll(): Promise<void> {
    await last?.stop();
  }
});

test('a control plane lost while no engine runs, and an engine killed at any call of mending it', async () => {
  for (let calls = 5; calls <= 45; calls += 8) {
    const first = await bed.start();
    const { id, key } = await bed.createLab(clusterLab);
    await bed.untilSettled(id);
    await first.stop();
    await bed.incus.client.removeInstance(`${key}-cluster`);
    await (
      await bed.start({ lookAgain: 1 }, calls)
    ).ended;
    const last = await bed.start();
    await bed.until(id, async () => (await complaints(bed, id)).length === 0);
    await bed.destroy(id);
    await last.stop();
  }
});

test('two engines on one database make everything once, and settle every lab', async () => {
  await Promise.all([bed.start(), bed.start()]);
  const labs = await Promise.all(
    Array.from({ length: 6 }, (_, index) => bed.createLab(index % 2 ? clusterLab : machineLab)),
  );
  for (const { id } of labs) {
    await bed.untilSettled(id);
    expect(await complaints(bed, id)).toEqual([]);
  }
  expect(bed.watched.overlaps).toEqual([]);
  await Promise.all(labs.map(({ id }) => bed.destroy(id)));
  for (const { id } of labs) expect(await complaints(bed, id)).toEqual([]);
  expect(bed.watched.overlaps).toEqual([]);
  expect(bed.incus.world.instances.size + bed.host.bridges.size + bed.host.egress.size).toBe(0);
});

test('when one of two engines is killed, the other takes its labs over', async () => {
  const [killed] = await Promise.all([bed.start(), bed.start()]);
  const release = bed.watched.holdCreations();
  const labs = await Promise.all(Array.from({ length: 4 }, () => bed.createLab(machineLab)));
  await bed.until(labs[0]!.id, () => bed.watched.held() >= 4);
  await killed.kill();
  release();
  for (const { id } of labs) {
    await bed.untilSettled(id);
    expect(await complaints(bed, id)).toEqual([]);
    // What was under way was accounted for all the time: no row was closed and opened again.
    const names = (await bed.store.listLedger(id)).map(({ name }) => name);
    expect(names).toHaveLength(new Set(names).size);
  }
});
