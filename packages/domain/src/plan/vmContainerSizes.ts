import type { VmElement } from '../blueprint/blueprint.ts';

const mebibyte = 1024 ** 2;

/** QEMU itself, what it translates under software emulation, and the little system around it. */
const overheadMemoryBytes = 256 * mebibyte;

/** The system around the guest, and room for what qcow2 keeps of its own. */
const overheadStorageBytes = 1024 * mebibyte;

/** Limits of the container in which a guest runs: its own sizes, and on its disk room for a saved state of its memory. */
export function vmContainerSizes({
  cpu,
  memoryBytes,
  storageBytes,
}: Pick<VmElement, 'cpu' | 'memoryBytes' | 'storageBytes'>): {
  cpu: number;
  memoryBytes: number;
  storageBytes: number;
} {
  return {
    cpu,
    memoryBytes: memoryBytes + overheadMemoryBytes,
    storageBytes: storageBytes + memoryBytes + overheadStorageBytes,
  };
}
