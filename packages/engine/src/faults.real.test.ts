import type { IncusErrorKind } from '@labcast/incus';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { complaints } from './testing/judge.ts';
import { machineLab } from './testing/labs.ts';
import { startDatabaseServer } from './testing/startDatabaseServer.ts';
import { openTestBed } from './testing/testBed.ts';
import type { TestBed } from './testing/testBed.ts';

let bed: TestBed;
beforeAll(startDatabaseServer);
beforeEach(async () => {
  bed = await openTestBed();
});
afterEach(() => bed.remove());

const kinds = ['not-found', 'conflict', 'busy', 'unavailable', 'storage-full', 'rejected'] as const;
const methods = [
  'listInstances',
  'listInstancesNamed',
  'findInstance',
  'createInstance',
  'updateInstance',
  'startInstance',
  'stopInstance',
  'removeInstance',
  'exec',
  'openExec',
  'findImage',
] as const;
const hostMethods = ['getNetworks', 'ensureBridge', 'removeBridge', 'setEgress'] as const;
const hostKinds = ['rejected', 'refused', 'failed', 'unavailable'] as const;
const moments = ['before', 'after'] as const;
const ways = moments.flatMap((when) => kinds.map((kind) => ({ kind, when })));
const hostWays = moments.flatMap((when) => hostKinds.map((kind) => ({ kind, when })));

const largerLab = machineLab.replace('256MiB', '512MiB');
const otherNetwork = `${machineLab.replace('lan: {', 'dmz: { subnet: 10.20.0.0/24 }\n  lan: {')}    networks: [lan, dmz]\n`;
const wishes = {
  stop: { wanted: 'stopped' },
  start: { wanted: 'running' },
  resize: { blueprint: largerLab },
  rewire: { blueprint: otherNetwork },
  'put back': { blueprint: machineLab },
} as const;
type Wish = keyof typeof wishes;

/** Brings a lab through its life; whenever it is given up, that has to be explained, and trying again has to help. */
async function live(id: Awaited<ReturnType<TestBed['createLab']>>['id'], life: readonly Wish[]) {
  await untilAsWanted(await bed.untilRest(id));
  for (const wish of life) await untilAsWanted(await bed.change(id, wishes[wish]));
  await bed.destroy(id);
  expect(await complaints(bed, id)).toEqual([]);
}

async function untilAsWanted(found: Awaited<ReturnType<TestBed['untilRest']>>): Promise<void> {
  let environment = found;
  for (let tries = 0; environment.status.state === 'failed' && tries < 5; tries++) {
    expect(environment.status.lastError?.message).toBeTruthy();
    expect(environment.status.lastError?.remedy).toBeTruthy();
    environment = await bed.change(environment.id, {});
  }
  await bed.untilSettled(environment.id);
  expect(await complaints(bed, environment.id)).toEqual([]);
}

const wholeLife: readonly Wish[] = ['rewire', 'resize', 'stop', 'start'];

describe('labs come through their lives when now and then', () => {
  test.each(methods)('%s fails, in any way', async (method) => {
    await bed.start();
    for (const { kind, when } of ways) bed.incus.failNext(method, kind, { when });
    await Promise.all(ways.map(async () => live((await bed.createLab(machineLab)).id, wholeLife)));
  });

  test.each(hostMethods)('%s of the host helper fails, in any way', async (method) => {
    await bed.start();
    for (const { kind, when } of hostWays) bed.host.failNext(method, kind, { when });
    await Promise.all(
      hostWays.map(async () => live((await bed.createLab(machineLab)).id, ['rewire', 'put back'])),
    );
  });
});

test('what fails again and again is given up with reason and remedy, and can still be destroyed', async () => {
  await bed.start();
  bed.incus.failNext('createInstance', 'rejected', { times: 1_000 });
  const { id } = await bed.createLab(machineLab);
  const { status } = await bed.untilRest(id);
  expect(status).toMatchObject({ state: 'failed', attempts: 6 });
  expect(status.lastError).toMatchObject({ code: 'incus-rejected' });
  expect(status.elements.map(({ state }) => state)).toEqual(['failed', 'failed']);
  await bed.destroy(id);
  expect(await complaints(bed, id)).toEqual([]);
});

test('a removal is never given up', async () => {
  await bed.start();
  const { id } = await bed.createLab(machineLab);
  await bed.untilSettled(id);
  bed.incus.failNext('removeInstance', 'rejected', { times: 30 });
  await bed.destroy(id);
  expect(await complaints(bed, id)).toEqual([]);
});

const anyIncusFault = fc.record({
  method: fc.constantFrom(...methods),
  kind: fc.constantFrom<IncusErrorKind>(...kinds),
  when: fc.constantFrom(...moments),
  times: fc.integer({ min: 1, max: 3 }),
});
const anyHostFault = fc.record({
  host: fc.constantFrom(...hostMethods),
  kind: fc.constantFrom(...hostKinds),
  when: fc.constantFrom(...moments),
});
const anyLife = fc.array(
  fc.record({
    wish: fc.constantFrom(...(Object.keys(wishes) as Wish[])),
    faults: fc.array(fc.oneof(anyIncusFault, anyHostFault), { maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 4 },
);

test('whatever fails whenever, a lab becomes as wanted or says why not, and goes without a trace', async () => {
  await bed.start();
  await fc.assert(
    fc.asyncProperty(anyLife, async (life) => {
      const plan = ({ faults }: (typeof life)[number]): void => {
        for (const fault of faults)
          if ('host' in fault) bed.host.failNext(fault.host, fault.kind, fault);
          else bed.incus.failNext(fault.method, fault.kind, fault);
      };
      const { id } = await bed.createLab(machineLab);
      for (const part of life) {
        plan(part);
        const { status } = await bed.change(id, wishes[part.wish]);
        if (status.state === 'failed') expect(status.lastError?.remedy).toBeTruthy();
      }
      await bed.destroy(id);
      expect(await complaints(bed, id)).toEqual([]);
    }),
    { numRuns: 15 },
  );
});
