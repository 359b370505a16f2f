import { findCatalogueImage } from '../catalogue/catalogue.ts';
import type { Blueprint, Element, VmElement } from '../blueprint/blueprint.ts';
import { vmContainerSizes } from '../plan/vmContainerSizes.ts';

const mebibyte = 1024 ** 2;

/** What one instance may use at most, and uses at least. */
export interface InstanceNeeds {
  /** `web`; nodes after the first are `cluster-2`, `cluster-3`. */
  readonly name: string;
  readonly cpu: number;
  readonly memoryBytes: number;
  readonly storageBytes: number;
  /** Memory that it takes when it runs and does nothing. */
  readonly idleMemoryBytes: number;
  /** Taken however little was measured: a desktop begins only when somebody opens it. */
  readonly leastMemoryBytes?: number;
}

/** Sums of the limits of all instances of a lab, its gateway included. */
export interface Needs {
  readonly cpu: number;
  readonly memoryBytes: number;
  readonly storageBytes: number;
  readonly idleMemoryBytes: number;
  readonly instances: readonly InstanceNeeds[];
}

/** Measured on Debian 12, kernel 6.18, with Incus's monitor process included and with room for the peak at start. */
const idleMemoryBytes = {
  gateway: 20 * mebibyte,
  container: 40 * mebibyte,
  /** 91 MiB of its own after boot. */
  desktop: 110 * mebibyte,
  controlPlane: 450 * mebibyte,
  worker: 120 * mebibyte,
};

const gateway: InstanceNeeds = {
  name: 'gateway',
  cpu: 1,
  memoryBytes: 64 * mebibyte,
  storageBytes: 256 * mebibyte,
  idleMemoryBytes: idleMemoryBytes.gateway,
};

/** What a lab may use at most (its limits) and takes at least (measured). Apps live inside their cluster's nodes. */
export function estimateNeeds(blueprint: Blueprint): Needs {
  const instances = [gateway, ...Object.entries(blueprint.elements).flatMap(instancesOf)];
  return { ...sumNeeds(instances), instances };
}

/** Sums of several labs, or of several instances. */
export function sumNeeds(all: readonly Omit<Needs, 'instances'>[]): Omit<Needs, 'instances'> {
  const sum = (field: 'cpu' | 'memoryBytes' | 'storageBytes' | 'idleMemoryBytes') =>
    all.reduce((total, one) => total + one[field], 0);
  return {
    cpu: sum('cpu'),
    memoryBytes: sum('memoryBytes'),
    storageBytes: sum('storageBytes'),
    idleMemoryBytes: sum('idleMemoryBytes'),
  };
}

/**
 * Under software emulation: 350 to 410 MiB of a guest with 512, 590 of a desktop with 1024. What a guest once used it
 * keeps, so this is where it begins.
 */
function idleVmMemoryBytes({ memoryBytes }: VmElement): number {
  return 240 * mebibyte + memoryBytes / 3;
}

function idleOfContainer(
  image: string,
): Pick<InstanceNeeds, 'idleMemoryBytes' | 'leastMemoryBytes'> {
  const { container, desktop } = idleMemoryBytes;
  return findCatalogueImage(image)?.display === 'desktop'
    ? { idleMemoryBytes: desktop, leastMemoryBytes: desktop }
    : { idleMemoryBytes: container };
}

function instancesOf([name, element]: [string, Element]): InstanceNeeds[] {
  if (element.kind === 'app') return [];
  if (element.kind === 'vm')
    return [{ name, ...vmContainerSizes(element), idleMemoryBytes: idleVmMemoryBytes(element) }];
  const { cpu, memoryBytes, storageBytes } = element;
  const limits = { cpu, memoryBytes, storageBytes };
  if (element.kind === 'container') return [{ name, ...limits, ...idleOfContainer(element.image) }];
  return Array.from({ length: element.nodes }, (_, index) => ({
    name: index === 0 ? name : `${name}-${index + 1}`,
    ...limits,
    idleMemoryBytes: index === 0 ? idleMemoryBytes.controlPlane : idleMemoryBytes.worker,
  }));
}
