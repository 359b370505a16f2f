import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CountedGroup {
  readonly name: string;
  readonly cpuSeconds: number;
  /** What its programs hold, without what could be dropped at once. */
  readonly memoryBytes: number;
  /** How often the kernel ended a program in it, or below it, because its memory ran out. */
  readonly memoryKills: number;
}

/**
 * What the kernel counts for the control groups of containers whose name begins with `prefix`, in either version of control
 * groups. Synchronously: each file takes some microseconds, and a promise for each would cost more.
 */
export function readControlGroups(prefix: string, root = '/sys/fs/cgroup'): CountedGroup[] {
  const start = `lxc.payload.${prefix}`;
  const isUnified = readText(join(root, 'cgroup.controllers')) !== '';
  const folder = isUnified ? root : join(root, 'memory');
  const names = listFolder(folder).filter((name) => name.startsWith(start));
  return names.map((group) => ({
    name: group.slice('lxc.payload.'.length),
    ...(isUnified ? readUnified(join(root, group)) : readLegacy(root, group)),
  }));
}

function readUnified(folder: string): Omit<CountedGroup, 'name'> {
  const memory = readFields(join(folder, 'memory.stat'));
  return {
    cpuSeconds: (readFields(join(folder, 'cpu.stat')).usage_usec ?? 0) / 1e6,
    memoryBytes: (memory.anon ?? 0) + (memory.shmem ?? 0),
    memoryKills: readFields(join(folder, 'memory.events')).oom_kill ?? 0,
  };
}

function readLegacy(root: string, group: string): Omit<CountedGroup, 'name'> {
  const memory = readFields(join(root, 'memory', group, 'memory.stat'));
  return {
    cpuSeconds: Number(readText(join(root, 'cpuacct', group, 'cpuacct.usage'))) / 1e9,
    memoryBytes: (memory.total_rss ?? 0) + (memory.total_shmem ?? 0),
    memoryKills: readFields(join(root, 'memory', group, 'memory.oom_control')).oom_kill ?? 0,
  };
}

function readFields(path: string): Readonly<Record<string, number>> {
  const lines = readText(path).trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', value] = line.split(' ');
      return [name, Number(value)];
    }),
  );
}

/** A container may end at any moment: what is not there any more counts nothing. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
