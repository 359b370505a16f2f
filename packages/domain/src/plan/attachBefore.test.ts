import { expect, test } from 'vitest';
import { catalogueImages } from '../catalogue/catalogue.ts';
import { parseBlueprint } from '../blueprint/parseBlueprint.ts';
import { parseEnvironmentKey } from '../environment/names.ts';
import { instanceDrift } from './instanceDrift.ts';
import { resolveEnvironment } from './resolveEnvironment.ts';

const lab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: true }
elements:
  web: { kind: container, image: debian-12 }
  other: { kind: container, image: debian-12 }
  cluster: { kind: cluster, nodes: 2 }
  vm: { kind: vm, image: debian-vm }
`;
const key = parseEnvironmentKey('kaaaaaa');
const kept = parseEnvironmentKey('kbbbbbb');

function resolve(elements: readonly string[]) {
  const parsed = parseBlueprint(lab, { file: 'lab.yaml', catalogue: catalogueImages });
  if (!('blueprint' in parsed)) throw new Error('The lab of this test is not valid.');
  const identity = {
    key,
    wanted: 'running',
    installationId: 'here',
    assignment: 'firewall',
    environment: '07',
    uplinkIndex: 2,
    beforeDisks: Object.fromEntries(elements.map((name) => [name, kept])),
  } as const;
  return resolveEnvironment(identity, parsed.blueprint, {
    uplinkBridge: 'lcup',
    uplinkSubnet: '10.99.0.0/16',
    nameServers: [],
    storagePool: 'labcast',
    kubernetesDirectory: '/nowhere',
    diskPrefix: '/pool/containers/labcast_',
  }).instances;
}

const sources = (elements: readonly string[]) =>
  Object.fromEntries(
    resolve(elements).flatMap(({ name, devices: { before } }) =>
      before ? [[name, before.source]] : [],
    ),
  );

test('each machine of an element sees its own old disk', () => {
  expect(sources(['web', 'cluster', 'gone'])).toEqual({
    'kaaaaaa-web': '/pool/containers/labcast_kbbbbbb-web/rootfs',
    'kaaaaaa-cluster': '/pool/containers/labcast_kbbbbbb-cluster/rootfs',
    'kaaaaaa-cluster-2': '/pool/containers/labcast_kbbbbbb-cluster-2/rootfs',
  });
});

test('inside of a virtual machine nothing could be seen, so nothing is attached', () => {
  expect(sources(['vm'])).toEqual({});
});

test('it is read-only, and its loss keeps no machine from starting', () => {
  const { before } = resolve(['web']).find(({ name }) => name === 'kaaaaaa-web')!.devices;
  expect(before).toMatchObject({ path: '/mnt/before', readonly: 'true', required: 'false' });
});

test('it goes at once, and comes with a start, so that the kernel locks it read-only', () => {
  const instance = (elements: readonly string[]) => {
    const { config, devices } = resolve(elements).find(({ element }) => element === 'web')!;
    return { name: 'kaaaaaa-web', config, devices, state: 'running', everStarted: true } as const;
  };
  const wanted = (elements: readonly string[]) =>
    resolve(elements).find(({ element }) => element === 'web')!;
  expect(instanceDrift(wanted(['web']), instance([]))).toMatchObject({ then: 'restart' });
  expect(instanceDrift(wanted([]), instance(['web']))).toMatchObject({
    then: 'nothing',
    devices: { before: {} },
  });
});
