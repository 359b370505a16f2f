import { expect, test } from 'vitest';
import { LabcastError } from '../errors.ts';
import { readExample } from '../testing/readExample.ts';
import type { Admission } from './admit.ts';
import { admit } from './admit.ts';
import { estimateNeeds, sumNeeds } from './estimateNeeds.ts';
import type { HostObservation } from './hostObservation.ts';

const GiB = 1024 ** 3;
const MiB = 1024 ** 2;

const host: HostObservation = {
  cpus: 2,
  memoryTotalBytes: 24 * GiB,
  memoryAvailableBytes: 20 * GiB,
  poolTotalBytes: 50 * GiB,
  poolUsedBytes: 5 * GiB,
  uplinkSubnet: '10.99.0.0/16',
  nameServers: [],
  images: [],
};

const nothing = { memoryBytes: 0, storageBytes: 0 };

function needsOf(element: string) {
  return estimateNeeds(
    readExample(`version: 1\nelements: { cluster: { kind: cluster, ${element} } }`),
  );
}

function refusalOf(admission: Admission): LabcastError | undefined {
  try {
    admit(admission);
  } catch (error) {
    if (error instanceof LabcastError) return error;
    throw error;
  }
  return undefined;
}

test('a lab needs its limits, its gateway included, and its apps nothing besides', () => {
  const blueprint = readExample(
    `version: 1
elements:
  web: { kind: container, image: debian-12, cpu: 0.5, memory: 1GiB, storage: 2GiB }
  cluster: { kind: cluster, nodes: 2, cpu: 1, memory: 2GiB, storage: 10GiB }
  shop: { kind: app, on: cluster, image: nginx, memory: 1GiB }`,
  );
  const needs = estimateNeeds(blueprint);
  expect(needs).toMatchObject({
    cpu: 1 + 0.5 + 2,
    memoryBytes: 5 * GiB + 64 * MiB,
    storageBytes: 22 * GiB + 256 * MiB,
    idleMemoryBytes: (20 + 40 + 450 + 120) * MiB,
  });
  expect(needs.instances.map(({ name }) => name)).toEqual([
    'gateway',
    'web',
    'cluster',
    'cluster-2',
  ]);
  expect(sumNeeds([needs, needs]).memoryBytes).toBe(2 * needs.memoryBytes);
});

test('a lab that fits is admitted', () => {
  const needs = needsOf('nodes: 2, memory: 4GiB, storage: 10GiB');
  expect(refusalOf({ needs, promised: nothing, host })).toBeUndefined();
});

test.each([
  ['memory: 10TiB', 'cluster needs 10 TiB of memory, the lab host has 24 GiB.', 'at most 24 GiB'],
  ['storage: 1TiB', 'cluster needs 1 TiB of storage, the lab host has 50 GiB.', 'at most 50 GiB'],
  ['cpu: 3', 'cluster needs 3 CPU cores, the lab host has 2 CPU cores.', 'at most 2 CPU cores'],
])('one instance with %s is more than the host', (element, message, remedy) => {
  const refusal = refusalOf({ needs: needsOf(element), promised: nothing, host });
  expect(refusal?.code).toBe('capacity-exceeded');
  expect(refusal?.message).toBe(message);
  expect(refusal?.remedy).toContain(remedy);
});

test('one instance as large as the host is admitted', () => {
  const needs = needsOf('cpu: 2, memory: 24GiB, storage: 50GiB');
  expect(refusalOf({ needs, promised: nothing, host })).toBeUndefined();
});

test('all labs together get four times the memory and ten times the storage', () => {
  const needs = needsOf('memory: 2GiB, storage: 10GiB');
  const atTheLimit = {
    memoryBytes: 96 * GiB - needs.memoryBytes,
    storageBytes: 500 * GiB - needs.storageBytes,
  };
  expect(refusalOf({ needs, promised: atTheLimit, host })).toBeUndefined();
  const overMemory = { ...atTheLimit, memoryBytes: atTheLimit.memoryBytes + 1 };
  expect(refusalOf({ needs, promised: overMemory, host })?.message).toBe(
    'This lab needs 2.1 GiB of memory, the lab host has 24 GiB. ' +
      'It can promise 96 GiB in all (4 times that), of which other labs have 94 GiB.',
  );
  const overStorage = { ...atTheLimit, storageBytes: atTheLimit.storageBytes + 1 };
  expect(refusalOf({ needs, promised: overStorage, host })?.message).toContain('of storage');
  const overcommit = { memory: 5, storage: 10 };
  expect(refusalOf({ needs, promised: overMemory, host, overcommit })).toBeUndefined();
});

test('memory that is free now has to be enough for the idle lab and a reserve', () => {
  const needs = needsOf('memory: 2GiB');
  const least = (20 + 450 + 512) * MiB;
  const enough = { ...host, memoryAvailableBytes: least };
  const short = { ...host, memoryAvailableBytes: least - 1 };
  expect(refusalOf({ needs, promised: nothing, host: enough })).toBeUndefined();
  expect(refusalOf({ needs, promised: nothing, host: short })?.message).toContain('free now');
  // What runs already has its memory.
  expect(refusalOf({ needs, promised: nothing, host: short, present: needs })).toBeUndefined();
});
