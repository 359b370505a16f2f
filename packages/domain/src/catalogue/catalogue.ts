import type { CatalogueImage } from './catalogueImage.ts';

const MiB = 1024 ** 2;
const GiB = 1024 ** 3;

/**
 * Every image that Labcast makes itself. The minimum is what still works, measured with the image's own services and a
 * little work on top; the recommended size is what a student's task needs.
 */
export const catalogueImages: readonly CatalogueImage[] = [
  {
    name: 'debian-12',
    summary: 'Debian 12 machine with systemd, sudo and the usual tools of a terminal',
    kind: 'machine',
    display: 'terminal',
    defaultUser: 'student',
    // 4 MiB of its own after boot; apt alone needs about 60 MiB to read its package lists.
    minimum: { cpu: 0.1, memoryBytes: 64 * MiB, storageBytes: 1 * GiB },
    recommended: { cpu: 1, memoryBytes: 512 * MiB, storageBytes: 4 * GiB },
    alias: 'labcast/debian-12',
  },
  {
    name: 'desktop',
    summary: 'Debian 12 desktop: Xfce with a browser, an editor and a terminal, seen in the page',
    kind: 'machine',
    display: 'desktop',
    defaultUser: 'student',
    // 91 MiB after boot and 385 with two pages open in the browser, whose code wants as much again as cache.
    minimum: { cpu: 0.5, memoryBytes: 512 * MiB, storageBytes: 3 * GiB },
    recommended: { cpu: 2, memoryBytes: 2 * GiB, storageBytes: 8 * GiB },
    alias: 'labcast/desktop',
  },
  {
    name: 'debian-vm',
    summary: 'Debian 12 virtual machine with a kernel of its own and a text console',
    kind: 'vm',
    display: 'terminal',
    defaultUser: 'student',
    // It starts with 256 MiB; the disk that it comes with has 4 GiB.
    minimum: { cpu: 0.5, memoryBytes: 256 * MiB, storageBytes: 4 * GiB },
    recommended: { cpu: 1, memoryBytes: 512 * MiB, storageBytes: 6 * GiB },
    alias: 'labcast/debian-vm',
  },
  {
    name: 'debian-vm-desktop',
    summary: 'Debian 12 virtual machine with a desktop: Xfce, a browser, an editor and a terminal',
    kind: 'vm',
    display: 'desktop',
    defaultUser: 'student',
    minimum: { cpu: 0.5, memoryBytes: 768 * MiB, storageBytes: 4 * GiB },
    recommended: { cpu: 2, memoryBytes: 1536 * MiB, storageBytes: 8 * GiB },
    alias: 'labcast/debian-vm-desktop',
  },
  {
    name: 'kubernetes-node',
    summary: 'Node of a Kubernetes cluster; the first one is the control plane too',
    kind: 'node',
    display: 'terminal',
    defaultUser: 'student',
    // A cluster of one node with a web server takes about 350 MiB, and peaks while it forms.
    minimum: { cpu: 0.5, memoryBytes: 768 * MiB, storageBytes: 3 * GiB },
    recommended: { cpu: 1, memoryBytes: 2 * GiB, storageBytes: 8 * GiB },
    alias: 'labcast/kubernetes-node',
  },
  {
    name: 'gateway',
    summary: "An environment's router, with its DHCP, DNS and firewall",
    kind: 'gateway',
    display: 'none',
    defaultUser: 'root',
    minimum: { cpu: 0.1, memoryBytes: 32 * MiB, storageBytes: 64 * MiB },
    recommended: { cpu: 1, memoryBytes: 64 * MiB, storageBytes: 128 * MiB },
    alias: 'labcast/gateway',
  },
  {
    name: 'nginx',
    summary: 'nginx web server; serves what lies in /usr/share/nginx/html',
    kind: 'app',
    display: 'none',
    defaultUser: 'root',
    minimum: { cpu: 0.05, memoryBytes: 16 * MiB, storageBytes: 16 * MiB },
    recommended: { cpu: 0.5, memoryBytes: 64 * MiB, storageBytes: 64 * MiB },
    port: 80,
    reference: 'localhost/labcast/nginx:1',
  },
];

const byName: ReadonlyMap<string, CatalogueImage> = new Map(
  catalogueImages.map((image) => [image.name, image]),
);

/** Undefined for an image that is not ours: an alias of Incus, or an OCI reference. */
export function findCatalogueImage(name: string): CatalogueImage | undefined {
  return byName.get(name);
}
