import { expect, test } from 'vitest';
import { parseEnvironmentKey } from '../environment/names.ts';
import { labels } from '../environment/names.ts';
import { parseBlueprint } from '../blueprint/parseBlueprint.ts';
import { catalogueImages } from '../catalogue/catalogue.ts';
import { identity, testHost } from '../testing/arbitraryEnvironment.ts';
import { onlyDisks } from './onlyDisks.ts';
import { planEnvironment } from './planEnvironment.ts';
import { resolveEnvironment } from './resolveEnvironment.ts';

const key = parseEnvironmentKey('c1abcde');
const parsed = parseBlueprint(
  `version: 1
elements:
  web: { kind: container, image: debian-12 }
  db: { kind: container, image: debian-12 }
  cluster: { kind: cluster, nodes: 2 }
`,
  { file: 'lab.yaml', catalogue: catalogueImages },
);
if ('problems' in parsed) throw new Error('The test has a mistake.');
const { blueprint } = parsed;

const nothing = { bridges: [], egress: false, guests: {}, instances: [], clusters: {} };

test('machines of an element with an origin begin with the disks of its checkpoint, node by node', () => {
  const origins = {
    web: { key, image: 'debian-12' },
    cluster: { key, image: 'kubernetes-node' },
  };
  const desired = resolveEnvironment(identity('running', {}, origins), blueprint, testHost);
  expect(desired.instances.map(({ copyOf }) => copyOf)).toEqual([
    undefined,
    'c1abcde-web',
    undefined,
    'c1abcde-cluster',
    'c1abcde-cluster-2',
  ]);
});

test('a checkpoint of another image does not fit, so the element is made from its image', () => {
  const origins = { web: { key, image: 'desktop' } };
  const desired = resolveEnvironment(identity('running', {}, origins), blueprint, testHost);
  expect(desired.instances.find(({ element }) => element === 'web')?.copyOf).toBeUndefined();
});

test('another origin or a reset makes an element anew, and only that one; the same again nothing', () => {
  const wanted = (origin: string, reset?: string) =>
    resolveEnvironment(
      identity('running', reset === undefined ? {} : { web: { reset } }, {
        web: { key: parseEnvironmentKey(origin), image: 'debian-12' },
      }),
      blueprint,
      testHost,
    );
  const before = wanted('c1abcde');
  const observed = {
    ...nothing,
    bridges: before.networks.map(({ bridge }) => bridge),
    instances: before.instances.map(({ name, config, devices }) => ({
      ...{ name, config, devices },
      state: 'running' as const,
      everStarted: true,
    })),
  };
  const removed = (desired: typeof before) =>
    planEnvironment(desired, observed).flatMap(({ title, action }) =>
      action.type === 'remove-instance' ? [{ title, ...action }] : [],
    );
  expect(removed(before)).toEqual([]);
  expect(removed(wanted('c2abcde'))).toMatchObject([
    {
      title: 'Replace web: remove the old machine',
      instance: 'k3abcde-web',
      replacedFrom: { element: 'web', copyOf: 'c2abcde-web' },
    },
  ]);
  expect(removed(wanted('c1abcde', 'again'))).toMatchObject([
    { title: 'Reset web: remove the old machine', instance: 'k3abcde-web' },
  ]);
});

test('one that came from a checkpoint stays when nothing is said of where it shall come from', () => {
  const desired = resolveEnvironment(identity('running'), blueprint, testHost);
  const web = desired.instances.find(({ element }) => element === 'web')!;
  const observed = {
    ...nothing,
    instances: [
      {
        ...web,
        config: { ...web.config, [labels.origin]: 'c1abcde' },
        state: 'running' as const,
        everStarted: true,
      },
    ],
  };
  const steps = planEnvironment(desired, observed).filter(({ element }) => element === 'web');
  expect(steps).toEqual([]);
});

test('of a lab in a checkpoint only disks are wanted: no gateway, no network, nothing that runs', () => {
  const disks = onlyDisks(resolveEnvironment(identity('stopped'), blueprint, testHost));
  expect(disks.instances.map(({ element }) => element)).toEqual([
    'web',
    'db',
    'cluster',
    'cluster',
  ]);
  expect(disks.instances[0]?.devices.eth0).toEqual({ type: 'none' });
  expect(disks.instances[0]?.devices.root).toMatchObject({ path: '/' });
  expect(planEnvironment(disks, nothing)).toEqual([]);
});
