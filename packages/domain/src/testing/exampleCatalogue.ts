import type { CatalogueImage } from '../catalogue/catalogueImage.ts';

const MiB = 1024 ** 2;
const GiB = 1024 ** 3;
const common = { display: 'terminal', defaultUser: 'student' } as const;

/** Small and fixed, so that tests say what they expect whatever images Labcast has. */
export const exampleCatalogue: readonly CatalogueImage[] = [
  {
    ...common,
    name: 'debian-12',
    summary: 'Machine',
    kind: 'machine',
    minimum: { cpu: 0.1, memoryBytes: 64 * MiB, storageBytes: GiB },
    recommended: { cpu: 1, memoryBytes: 512 * MiB, storageBytes: 4 * GiB },
  },
  {
    ...common,
    name: 'debian-vm',
    summary: 'Virtual machine',
    kind: 'vm',
    minimum: { cpu: 0.5, memoryBytes: 256 * MiB, storageBytes: 4 * GiB },
    recommended: { cpu: 1, memoryBytes: 512 * MiB, storageBytes: 6 * GiB },
  },
  {
    ...common,
    name: 'kubernetes-node',
    summary: 'Node',
    kind: 'node',
    minimum: { cpu: 0.5, memoryBytes: 768 * MiB, storageBytes: 3 * GiB },
    recommended: { cpu: 1, memoryBytes: 2 * GiB, storageBytes: 8 * GiB },
  },
  {
    ...common,
    name: 'nginx',
    summary: 'Web server',
    kind: 'app',
    port: 80,
    minimum: { cpu: 0.05, memoryBytes: 16 * MiB, storageBytes: 16 * MiB },
    recommended: { cpu: 0.5, memoryBytes: 64 * MiB, storageBytes: 64 * MiB },
  },
];
