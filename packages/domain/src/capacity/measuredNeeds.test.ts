import { expect, test } from 'vitest';
import type { InstanceNeeds } from './estimateNeeds.ts';
import { sumNeeds } from './estimateNeeds.ts';
import { measuredNeeds } from './measuredNeeds.ts';

const MiB = 1024 ** 2;
const instance = (name: string, idle: number, least?: number): InstanceNeeds => ({
  name,
  cpu: 1,
  memoryBytes: 512 * MiB,
  storageBytes: 1024 * MiB,
  idleMemoryBytes: idle * MiB,
  ...(least !== undefined && { leastMemoryBytes: least * MiB }),
});
const used = (name: string, memory: number) => ({
  name,
  cpuCores: 0,
  memoryBytes: memory * MiB,
  diskBytes: 0,
});

function idleOf(instances: InstanceNeeds[], usage: ReturnType<typeof used>[]) {
  const needs = measuredNeeds({ ...sumNeeds(instances), instances }, usage);
  return Object.fromEntries(
    needs.instances.map(({ name, idleMemoryBytes }) => [name, idleMemoryBytes / MiB]),
  );
}

test('what was measured, and Incus beside it, stands for what such a machine usually takes', () => {
  expect(idleOf([instance('web', 40)], [used('web', 100)])).toEqual({ web: 112 });
});

test('the nodes of a cluster share what the cluster used', () => {
  const nodes = [instance('cluster', 450), instance('cluster-2', 120)];
  expect(idleOf(nodes, [used('cluster', 400)])).toEqual({ cluster: 212, 'cluster-2': 212 });
});

test('nothing measured leaves the estimate, and nothing is more than the limit', () => {
  expect(idleOf([instance('off', 40), instance('web', 40)], [used('web', 900)])).toEqual({
    off: 40,
    web: 512,
  });
});

test('a desktop that nobody had opened counts as one that is open', () => {
  expect(idleOf([instance('desk', 110, 110)], [used('desk', 4)])).toEqual({ desk: 110 });
  expect(idleOf([instance('desk', 110, 110)], [used('desk', 300)])).toEqual({ desk: 312 });
});
