import { readFile } from 'node:fs/promises';

export interface MemoryBytes {
  readonly memoryTotalBytes: number;
  /** What could be taken without swapping, as the kernel estimates it. */
  readonly memoryAvailableBytes: number;
}

export async function readMemory(): Promise<MemoryBytes> {
  return parseMemory(await readFile('/proc/meminfo', 'utf8'));
}

export function parseMemory(meminfo: string): MemoryBytes {
  return {
    memoryTotalBytes: field(meminfo, 'MemTotal'),
    memoryAvailableBytes: field(meminfo, 'MemAvailable'),
  };
}

function field(meminfo: string, name: string): number {
  const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(meminfo)?.[1];
  if (kibibytes === undefined) throw new Error(`/proc/meminfo has no ${name}`);
  return Number(kibibytes) * 1024;
}
