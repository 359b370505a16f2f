import { expect, test } from 'vitest';
import fc from 'fast-check';
import { readExample } from '../testing/readExample.ts';
import type { PresentLab } from './classLimits.ts';
import { estimateNeeds } from './estimateNeeds.ts';
import { estimateWork } from './estimateWork.ts';
import type { ClassPlan } from './forecastClass.ts';
import { forecastClass } from './forecastClass.ts';
import type { HostObservation } from './hostObservation.ts';

const GiB = 1024 ** 3;
const host: HostObservation = {
  cpus: 4,
  memoryTotalBytes: 32 * GiB,
  memoryAvailableBytes: 26 * GiB,
  poolTotalBytes: 500 * GiB,
  poolUsedBytes: 20 * GiB,
  uplinkSubnet: '10.99.0.0/16',
  nameServers: [],
  images: [],
};
const blueprint = readExample(`version: 1
elements:
  desk: { kind: container, image: debian-12, cpu: 1, memory: 2GiB, storage: 8GiB }
  cluster: { kind: cluster, nodes: 2, cpu: 1, memory: 1GiB, storage: 4GiB }`);
const needs = estimateNeeds(blueprint);
const work = estimateWork(blueprint);
const overcommit = { memory: 2, storage: 10 };
const plan: ClassPlan = { students: 10, also: 'dev', needs, work, host, labs: [], overcommit };

const lab = (name: string, memory: number, isRunning = true): PresentLab => ({
  name,
  needs: { cpu: 1, memoryBytes: memory * GiB, storageBytes: GiB, idleMemoryBytes: memory * GiB },
  isRunning,
});

test('the dev environment is one copy more', () => {
  const forecast = forecastClass(plan);
  expect(forecast).toMatchObject({ fits: true, most: 10, problems: [], waysOut: [] });
  expect(forecast.class).toMatchObject({
    copies: 11,
    addresses: 11,
    instances: 11 * 4,
    memoryBytes: 11 * needs.memoryBytes,
    writtenBytes: 11 * work.writtenBytes,
    seconds: (11 * work.coreSeconds) / 4,
  });
});

test('what does not fit is told with all numbers, and with three ways out that are enough', () => {
  const labs = [lab('old', 1), lab('idle', 24), lab('stopped', 2, false)];
  const { fits, most, problems, waysOut } = forecastClass({ ...plan, labs });
  expect(fits).toBe(false);
  expect(most).toBe(8);
  expect(problems.map(({ message }) => message)).toEqual([
    '10 students and the dev environment need 45 GiB of memory, there are 37 GiB: ' +
      'the lab host may promise 2 times its 32 GiB, of which other labs have 27 GiB.',
  ]);
  const [fewer, smaller, stop] = waysOut;
  expect(fewer).toMatchObject({ kind: 'fewer-students', students: most });
  expect(smaller).toMatchObject({ kind: 'smaller', element: 'desk', field: 'memory' });
  expect(stop?.message).toBe('Delete idle if nobody needs them now: that gives 24 GiB.');
  // Each of the first two is enough by itself.
  expect(forecastClass({ ...plan, labs, students: fewer?.students ?? 0 }).fits).toBe(true);
  const smallerLab = readExample(`version: 1
elements:
  desk: { kind: container, image: debian-12, cpu: 1, memory: ${smaller?.size ?? ''}, storage: 8GiB }
  cluster: { kind: cluster, nodes: 2, cpu: 1, memory: 1GiB, storage: 4GiB }`);
  expect(forecastClass({ ...plan, labs, needs: estimateNeeds(smallerLab) }).fits).toBe(true);
});

test('memory that is free now counts, and running labs can be stopped for it', () => {
  const full = { ...host, memoryAvailableBytes: 3 * GiB };
  const labs = [lab('idle', 4), lab('stopped', 4, false)];
  const { problems, waysOut, most } = forecastClass({ ...plan, host: full, labs });
  expect(problems[0]?.message).toContain('need at least 6.8 GiB of memory, there are 2.5 GiB');
  expect(most).toBe(3);
  expect(waysOut.map(({ kind }) => kind)).toEqual(['fewer-students', 'smaller', 'stop-labs']);
  expect(waysOut[1]?.message).toContain('Do without cluster');
  expect(waysOut[2]?.labs).toEqual(['idle']);
});

test('a pool that is full is told with what there is to do about it', () => {
  const full = { ...host, poolUsedBytes: host.poolTotalBytes };
  const { problems, waysOut } = forecastClass({ students: 1, needs, work, host: full, labs: [] });
  expect(problems[0]?.message).toMatch(/^One student needs at least .+ of storage, there are 0 B/);
  expect(waysOut.map(({ kind }) => kind)).toEqual(['free-storage']);
});

test('one machine larger than the host lets nothing fit', () => {
  const small = { ...host, memoryTotalBytes: GiB, memoryAvailableBytes: GiB };
  const forecast = forecastClass({ ...plan, host: small });
  expect(forecast).toMatchObject({ fits: false, most: 0 });
  expect(forecast.problems[0]?.path).toBe('elements.desk.memory');
  expect(forecast.waysOut.some(({ kind }) => kind === 'fewer-students')).toBe(false);
});

test('addresses can run out', () => {
  const narrow = { ...host, uplinkSubnet: '10.99.0.0/28' };
  const { most, problems } = forecastClass({
    ...plan,
    host: narrow,
    students: 20,
    overcommit: { memory: 99, storage: 99 },
  });
  expect(most).toBe(12);
  expect(problems.map(({ path }) => path)).toContain('addresses');
});

test('the number that it says is enough is enough, and one more is not', () => {
  const hosts = fc.record({
    memory: fc.integer({ min: 8, max: 256 }),
    free: fc.double({ min: 0.1, max: 1, noNaN: true }),
    pool: fc.integer({ min: 20, max: 2000 }),
  });
  fc.assert(
    fc.property(hosts, ({ memory, free, pool }) => {
      const some: HostObservation = {
        ...host,
        memoryTotalBytes: memory * GiB,
        memoryAvailableBytes: Math.floor(memory * free) * GiB,
        poolTotalBytes: pool * GiB,
        poolUsedBytes: GiB,
      };
      const { most } = forecastClass({ ...plan, host: some, students: 5000 });
      fc.pre(most > 0 && most < 5000);
      expect(forecastClass({ ...plan, host: some, students: most }).fits).toBe(true);
      expect(forecastClass({ ...plan, host: some, students: most + 1 }).fits).toBe(false);
    }),
  );
});

test('nobody is told to delete the lab that is to be deployed', () => {
  const labs = [{ ...lab('firewall', 24), isOwn: true }, lab('old', 8)];
  const { problems, waysOut } = forecastClass({ ...plan, also: 'prod', labs });
  expect(problems[0]?.message).toContain('10 students and the prod environment need');
  expect(waysOut.find(({ kind }) => kind === 'stop-labs')?.labs).toEqual(['old']);
});
