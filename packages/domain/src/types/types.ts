import { limits } from '../blueprint/labSchema.ts';
import { readSize } from '../blueprint/resolveSizes.ts';
import { writeSize } from '../units/size.ts';
import type { LabType, TypeParameter } from './labType.ts';

type Values = Readonly<Record<string, string>>;

const mebibyte = 1024 ** 2;

const nodes: TypeParameter = {
  name: 'nodes',
  kind: 'count',
  default: '1',
  minimum: '1',
  maximum: String(limits.nodes),
  summary: 'Number of nodes of the cluster',
};

/** At least what the node image needs; see the catalogue. */
const nodeSizes: readonly TypeParameter[] = [
  {
    name: 'cpu',
    kind: 'cores',
    default: '2',
    minimum: '0.5',
    summary: 'CPU of each node, in cores',
  },
  {
    name: 'memory',
    kind: 'size',
    default: '2GiB',
    minimum: '768MiB',
    summary: 'Memory of each node',
  },
  {
    name: 'storage',
    kind: 'size',
    default: '10GiB',
    minimum: '3GiB',
    summary: 'Disk of each node',
  },
];

function cluster(values: Values): object {
  return {
    kind: 'cluster',
    nodes: Number(values.nodes),
    cpu: values.cpu,
    memory: values.memory,
    storage: values.storage,
  };
}

/** What Kubernetes' own services need of a node: measured 350 MiB with a web server, and more while it forms. */
const clusterShareBytes = 512 * mebibyte;

/** The rest of its node is the web server's, so that it fits in whatever the node was given. */
function webServer(values: Values): object {
  const nodeMemory = readSize(values.memory ?? '');
  return {
    kind: 'app',
    on: 'cluster',
    image: values.image,
    port: 80,
    cpu: values.cpu,
    memory: writeSize(nodeMemory - clusterShareBytes),
  };
}

export const types: readonly LabType[] = [
  {
    name: 'webserver',
    summary: 'A web server on a Kubernetes cluster of its own',
    parameters: [
      ...nodeSizes,
      nodes,
      {
        name: 'image',
        kind: 'text',
        default: 'nginx',
        summary: 'Image of the web server, which listens on port 80',
      },
    ],
    build: (values) => ({
      version: 1,
      title: 'Web server',
      elements: { cluster: cluster(values), web: webServer(values) },
    }),
  },
  {
    name: 'kubernetes',
    summary: 'A Kubernetes cluster',
    parameters: [...nodeSizes, nodes],
    build: (values) => ({
      version: 1,
      title: 'Kubernetes cluster',
      elements: { cluster: cluster(values) },
    }),
  },
  {
    name: 'container',
    summary: 'A Linux machine',
    parameters: [
      { name: 'image', kind: 'text', default: 'debian-12', summary: 'Image of the machine' },
      { name: 'cpu', kind: 'cores', default: '1', minimum: '0.1', summary: 'CPU, in cores' },
      { name: 'memory', kind: 'size', default: '512MiB', minimum: '64MiB', summary: 'Memory' },
      { name: 'storage', kind: 'size', default: '4GiB', minimum: '1GiB', summary: 'Disk' },
    ],
    build: ({ image, cpu, memory, storage }) => ({
      version: 1,
      title: 'Linux machine',
      elements: { machine: { kind: 'container', image, cpu, memory, storage } },
    }),
  },
  {
    name: 'desktop',
    summary: 'A Linux desktop with browser, editor and terminal',
    parameters: [
      { name: 'image', kind: 'text', default: 'desktop', summary: 'Image of the desktop' },
      { name: 'cpu', kind: 'cores', default: '2', minimum: '0.5', summary: 'CPU, in cores' },
      { name: 'memory', kind: 'size', default: '2GiB', minimum: '512MiB', summary: 'Memory' },
      { name: 'storage', kind: 'size', default: '8GiB', minimum: '3GiB', summary: 'Disk' },
    ],
    build: ({ image, cpu, memory, storage }) => ({
      version: 1,
      title: 'Desktop',
      elements: { desktop: { kind: 'container', image, cpu, memory, storage } },
    }),
  },
  {
    name: 'vm',
    summary: 'A virtual machine with a kernel of its own',
    parameters: [
      { name: 'image', kind: 'text', default: 'debian-vm', summary: 'Image of the machine' },
      { name: 'cpu', kind: 'cores', default: '1', minimum: '0.5', summary: 'CPU, in cores' },
      { name: 'memory', kind: 'size', default: '512MiB', minimum: '256MiB', summary: 'Memory' },
      { name: 'storage', kind: 'size', default: '6GiB', minimum: '4GiB', summary: 'Disk' },
    ],
    build: ({ image, cpu, memory, storage }) => ({
      version: 1,
      title: 'Virtual machine',
      elements: { vm: { kind: 'vm', image, cpu, memory, storage } },
    }),
  },
];
