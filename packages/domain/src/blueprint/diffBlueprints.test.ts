import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyLab } from '../testing/anyLab.ts';
import { readExample, writeExample } from '../testing/readExample.ts';
import { diffBlueprints } from './diffBlueprints.ts';

interface Written {
  networks: Record<string, object>;
  elements: Record<string, Record<string, unknown>>;
  checks: object[];
}

function exampleLab(): Written {
  return {
    networks: { lan: { subnet: '10.10.0.0/24' }, dmz: { subnet: '10.20.0.0/24' } },
    elements: {
      cluster: { kind: 'cluster', nodes: 2, networks: [{ name: 'lan', address: '10.10.0.50' }] },
      web: {
        kind: 'container',
        image: 'debian-12',
        networks: [{ name: 'lan', address: '10.10.0.5' }],
      },
      shop: { kind: 'app', on: 'cluster', image: 'nginx', volume: { path: '/d', size: '1GiB' } },
      vm: { kind: 'vm', image: 'debian-vm', networks: [{ name: 'lan', address: '10.10.0.66' }] },
      page: { kind: 'app', on: 'cluster', image: 'nginx', port: 81 },
    },
    checks: [],
  };
}

/** What the edit of the example changes. */
function changesOf(edit: (lab: Written) => void) {
  const edited = exampleLab();
  edit(edited);
  return diffBlueprints(
    readExample(writeExample({ version: 1, ...exampleLab() })),
    readExample(writeExample({ version: 1, ...edited })),
  );
}

function set(element: string, values: Record<string, unknown>) {
  return (lab: Written) => {
    lab.elements[element] = { ...lab.elements[element], ...values };
  };
}

function remove(element: string) {
  return (lab: Written) => {
    lab.elements = Object.fromEntries(
      Object.entries(lab.elements).filter(([name]) => name !== element),
    );
  };
}

const keeps = { destroysData: false };
const destroys = { destroysData: true };

test.each([
  ['more memory', set('web', { memory: '1GiB' }), 'web', { action: 'change', ...keeps }],
  ['a larger disk', set('web', { storage: '8GiB' }), 'web', { action: 'change', ...keeps }],
  ['memory of a guest', set('vm', { memory: '1GiB' }), 'vm', { action: 'restart', ...keeps }],
  ['another firmware', set('vm', { firmware: 'uefi' }), 'vm', { action: 'restart', ...keeps }],
  [
    "a guest's smaller disk",
    set('vm', { storage: '5GiB' }),
    'vm',
    { action: 'replace', ...destroys },
  ],
  ['another disk', set('vm', { image: 'upload/x' }), 'vm', { action: 'replace', ...destroys }],
  ['a smaller disk', set('web', { storage: '2GiB' }), 'web', { action: 'replace', ...destroys }],
  [
    'another image',
    set('web', { image: 'images:alpine' }),
    'web',
    { action: 'replace', ...destroys },
  ],
  [
    'another address',
    set('web', { networks: [{ name: 'lan', address: '10.10.0.6' }] }),
    'web',
    { action: 'restart', ...keeps },
  ],
  ['other commands', set('web', { run: ['true'] }), 'web', { action: 'change', ...keeps }],
  ['other ports', set('web', { ports: [80] }), 'web', { action: 'change', ...keeps }],
  ['no machine', remove('web'), 'web', { action: 'remove', ...destroys }],
  [
    'another machine',
    set('db', { kind: 'container', image: 'debian-12' }),
    'db',
    { action: 'create', ...keeps },
  ],
  ['more nodes', set('cluster', { nodes: 3 }), 'cluster', { action: 'change', ...keeps }],
  ['fewer nodes', set('cluster', { nodes: 1 }), 'cluster', { action: 'change', ...destroys }],
  [
    'a smaller disk of nodes',
    set('cluster', { storage: '4GiB' }),
    'cluster',
    { action: 'replace', ...destroys },
  ],
  [
    'another kind',
    set('page', { kind: 'cluster', on: undefined, image: undefined, port: undefined }),
    'page',
    { action: 'replace', ...keeps },
  ],
  [
    'an app with another image',
    set('shop', { image: 'redis', port: 80 }),
    'shop',
    { action: 'restart', ...keeps },
  ],
  ['more replicas', set('page', { replicas: 2 }), 'page', { action: 'change', ...keeps }],
  [
    'another size of a volume',
    set('shop', { volume: { path: '/d', size: '2GiB' } }),
    'shop',
    { action: 'replace', ...destroys },
  ],
  ['no volume', set('shop', { volume: undefined }), 'shop', { action: 'replace', ...destroys }],
  ['no app with a volume', remove('shop'), 'shop', { action: 'remove', ...destroys }],
  ['no app without a volume', remove('page'), 'page', { action: 'remove', ...keeps }],
])('%s changes %s as it says', (_, edit, element, change) => {
  expect(changesOf(edit)).toMatchObject([{ element, ...change }]);
});

test('new files and commands of a machine are said to wait until it is made anew', () => {
  const [change] = changesOf(set('web', { files: [{ path: '/a', content: 'b' }] }));
  expect(change?.message).toBe(
    'The new files and commands of web take effect when web is made anew.',
  );
});

test('networks and checks are named too', () => {
  const changes = changesOf((lab) => {
    lab.networks = {
      lan: { subnet: '10.10.0.0/24', internet: false },
      net: { subnet: '10.30.0.0/24' },
    };
    lab.checks = [{ name: 'up', on: 'web', run: 'true' }];
  });
  expect(changes.map(({ action, element }) => [action, element])).toEqual([
    ['change', 'lan'],
    ['create', 'net'],
    ['remove', 'dmz'],
    ['change', 'web'],
  ]);
});

test('a lab does not differ from itself, and every lab differs from an empty one', () => {
  fc.assert(
    fc.property(anyLab, (lab) => {
      const blueprint = readExample(writeExample(lab));
      const again = readExample(writeExample(lab));
      expect(diffBlueprints(blueprint, again)).toEqual([]);
      const created = diffBlueprints(readExample('version: 1'), blueprint);
      for (const name of Object.keys(blueprint.elements))
        expect(created).toContainEqual(
          expect.objectContaining({ element: name, action: 'create', destroysData: false }),
        );
    }),
  );
}, 30_000);
