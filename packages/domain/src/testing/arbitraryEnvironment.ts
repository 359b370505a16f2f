import fc from 'fast-check';
import type { Blueprint, Element } from '../blueprint/blueprint.ts';
import type { DesiredEnvironment } from '../environment/desired.ts';
import { bridgeName, instanceName, labels, parseEnvironmentKey } from '../environment/names.ts';
import type { ObservedEnvironment, ObservedInstance } from '../environment/observed.ts';
import type { Origins } from '../environment/origins.ts';
import type { ElementWish, ElementWishes } from '../environment/wishes.ts';
import type { EnvironmentIdentity } from '../plan/instanceConfig.ts';
import { resolveEnvironment } from '../plan/resolveEnvironment.ts';

const testKey = parseEnvironmentKey('k3abcde');

export const testHost = {
  uplinkBridge: 'lcup',
  uplinkSubnet: '10.99.0.0/16',
  nameServers: ['192.0.2.53'],
  storagePool: 'labcast',
  kubernetesDirectory: '/var/lib/labcast/kubernetes/0123',
  diskPrefix: '/var/lib/incus/storage-pools/labcast/containers/labcast_',
};

export function identity(
  wanted: EnvironmentIdentity['wanted'],
  wishes: ElementWishes = {},
  origins: Origins = {},
): EnvironmentIdentity {
  return {
    key: testKey,
    wanted,
    installationId: 'test',
    assignment: 'networks',
    environment: 'dev',
    uplinkIndex: 7,
    wishes,
    origins,
  };
}

const networkNames = ['lan', 'dmz'] as const;

const anyMachine = fc.record({
  kind: fc.constant('container' as const),
  image: fc.constantFrom('debian-12', 'images:alpine/3.20'),
  cpu: fc.constantFrom(0.5, 1, 2),
  memoryBytes: fc.constantFrom(2 ** 28, 2 ** 29),
  storageBytes: fc.constant(2 ** 32),
  networks: fc
    .constantFrom(...networkNames)
    .map((network) => [{ network, addresses: ['10.10.0.10'] }]),
  files: fc.constant([]),
  run: fc.constantFrom([], ['true']),
  ports: fc.constant([]),
});

const anyVm = fc.record({
  kind: fc.constant('vm' as const),
  image: fc.constantFrom('debian-vm', 'upload/router'),
  cpu: fc.constantFrom(0.5, 2),
  memoryBytes: fc.constantFrom(2 ** 28, 2 ** 29),
  storageBytes: fc.constantFrom(2 ** 32, 2 ** 33),
  networks: fc.constant([{ network: 'lan', addresses: ['10.10.0.20'] }]),
  firmware: fc.constantFrom('bios' as const, 'uefi' as const),
});

const anyCluster = fc.integer({ min: 1, max: 3 }).map((nodes) => ({
  kind: 'cluster' as const,
  nodes,
  cpu: 1,
  memoryBytes: 2 ** 30,
  storageBytes: 2 ** 33,
  networks: [
    {
      network: 'lan',
      addresses: Array.from({ length: nodes }, (_, index) => `10.10.0.${String(50 + index)}`),
    },
  ],
}));

const anyApp = fc.constantFrom(80, 8080).map((port) => ({
  kind: 'app' as const,
  on: 'cluster',
  image: 'nginx',
  port,
  containerPort: 80,
  replicas: 1,
  environment: {},
  files: [],
}));

const anyBlueprint: fc.Arbitrary<Blueprint> = fc
  .record({
    machines: fc
      .uniqueArray(fc.constantFrom('web', 'db', 'fw'))
      .chain((names) =>
        fc.tuple(
          ...names.map((name) => anyMachine.map((machine): [string, Element] => [name, machine])),
        ),
      ),
    vm: fc.option(anyVm),
    cluster: fc.option(anyCluster),
    app: fc.option(anyApp),
    internet: fc.boolean(),
    title: fc.constant('A lab'),
  })
  .map(({ machines, vm, cluster, app, internet, title }) => ({
    version: 1,
    title,
    networks: {
      lan: { subnet: '10.10.0.0/24', internet },
      dmz: { subnet: '10.20.0.0/24', internet: false },
    },
    elements: Object.fromEntries<Element>([
      ...machines,
      ...(vm ? [['vm', vm] as const] : []),
      ...(cluster ? [['cluster', cluster] as const] : []),
      ...(cluster && app ? [['shop', app] as const] : []),
    ]),
    checks: [],
  }));

const anyWishes: fc.Arbitrary<ElementWishes> = fc.dictionary(
  fc.constantFrom('web', 'db', 'cluster', 'shop', 'nobody'),
  fc.constantFrom<ElementWish>(
    {},
    { stopped: true },
    { restarts: 1 },
    { restarts: 2 },
    { restarts: 2, stopped: true },
    { reset: 'first' },
    { reset: 'second', restarts: 1 },
  ),
);

const anyOrigins: fc.Arbitrary<Origins> = fc.dictionary(
  fc.constantFrom('web', 'db', 'vm', 'cluster', 'nobody'),
  fc.record({
    key: fc.constantFrom('c1abcde', 'c2abcde').map(parseEnvironmentKey),
    image: fc.constantFrom('debian-12', 'debian-vm', 'kubernetes-node'),
  }),
);

/** Any lab in any wish. */
export const anyDesired: fc.Arbitrary<DesiredEnvironment> = fc
  .tuple(anyBlueprint, fc.constantFrom('running', 'stopped', 'absent'), anyWishes, anyOrigins)
  .map(([blueprint, wanted, wishes, origins]) =>
    resolveEnvironment(identity(wanted, wishes, origins), blueprint, testHost),
  );

const anyInstance: fc.Arbitrary<ObservedInstance> = fc
  .record({
    element: fc.constantFrom('gateway', 'web', 'db', 'vm', 'cluster', 'old'),
    node: fc.constantFrom(1, 2),
    state: fc.constantFrom('running', 'stopped', 'error'),
    everStarted: fc.boolean(),
    image: fc.constantFrom('debian-12', 'debian-vm', 'kubernetes-node', undefined),
    diskMebibytes: fc.option(fc.constantFrom('1024', '65536')),
    isProvisioned: fc.boolean(),
    isJoined: fc.boolean(),
    extraDevice: fc.boolean(),
    restarts: fc.constantFrom(undefined, '1', '2'),
    origin: fc.constantFrom(undefined, 'c1abcde', 'c9abcde'),
    reset: fc.constantFrom(undefined, 'first'),
  })
  .map((found) => ({
    name: instanceName(testKey, found.element, found.node),
    state: found.state,
    everStarted: found.everStarted || found.state === 'running',
    config: {
      [labels.environment]: testKey,
      [labels.element]: found.element,
      'limits.cpu.allowance': '50ms/100ms',
      ...(found.image !== undefined && { [labels.image]: found.image }),
      ...(found.diskMebibytes !== null && {
        'environment.LABCAST_VM_DISK_MIB': found.diskMebibytes,
      }),
      ...(found.isProvisioned && { [labels.provisioned]: 'before' }),
      ...(found.restarts !== undefined && { [labels.restarts]: found.restarts }),
      ...(found.origin !== undefined && { [labels.origin]: found.origin }),
      ...(found.reset !== undefined && { [labels.reset]: found.reset }),
      ...(found.isJoined && { [labels.joined]: testKey }),
    },
    devices: found.extraDevice ? { eth7: { type: 'nic' } } : {},
  }));

/** Anything that could be left on a host: halves, strangers of an earlier blueprint, wrong settings. */
export const anyWorld: fc.Arbitrary<ObservedEnvironment> = fc.record({
  bridges: fc.uniqueArray(fc.constantFrom(0, 1, 2).map((index) => bridgeName(testKey, index))),
  egress: fc.boolean(),
  guests: fc.dictionary(
    fc.constant(instanceName(testKey, 'vm')),
    fc.record({
      power: fc.constantFrom('on', 'starting', 'off'),
      agentAnswers: fc.boolean(),
      upSeconds: fc.nat(600),
    }),
  ),
  instances: fc.uniqueArray(anyInstance, { selector: ({ name }) => name }),
  clusters: fc.option(
    fc
      .record({
        ready: fc.boolean(),
        readyNodes: fc.uniqueArray(fc.constantFrom('cluster', 'cluster-2')),
        apps: fc.dictionary(
          fc.constantFrom('shop', 'old-app'),
          fc.record({ hash: fc.constant('before'), available: fc.boolean() }),
        ),
      })
      .map((cluster) => ({ cluster })),
    { nil: {} },
  ),
});
