import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { anyLab } from '../testing/anyLab.ts';
import { findProblems, readExample, writeExample } from '../testing/readExample.ts';
import { printBlueprint } from '../blueprint/printBlueprint.ts';
import { editLab } from './editLab.ts';
import type { LabEdit, LabValue } from './labEdit.ts';

const lab = `# Two machines.
version: 1

# Where they meet.
networks:
  lan: { subnet: 10.10.0.0/24, internet: true } # with internet

elements:
  # shows the page
  web:
    kind: container
    image: debian-12
    memory: 512MiB # enough

    run:
      # first
      - apt-get update

  cluster:
    kind: cluster
  # The shop.
  shop: { kind: app, on: cluster, image: nginx }

checks:
  - name: page answers # really
    on: web
    run: curl -fsS localhost
`;

test('an edit changes its line and no other', () => {
  const edited = editLab(lab, [
    { kind: 'set', path: ['elements', 'web', 'memory'], value: '1GiB' },
  ]);
  expect(edited).toBe(lab.replace('512MiB', '1GiB'));
});

test('a text that is not edited stays as it is, character by character', () => {
  const strange = 'version:   1\nelements: {  }\n';
  expect(editLab(strange, [])).toBe(strange);
});

test('a new element comes last, in the form that people write', () => {
  const element = {
    kind: 'container',
    image: 'debian-12',
    networks: [{ name: 'lan', address: '10.10.0.12' }],
  };
  const edited = editLab(lab, [{ kind: 'add-element', name: 'db', element }]);
  expect(edited).toContain(
    '  db:\n    kind: container\n    image: debian-12\n    networks:\n      - { name: lan, address: 10.10.0.12 }\n',
  );
  expect(readExample(edited).elements.db?.kind).toBe('container');
});

test('the first element of a blank lab is written on lines of its own', () => {
  const element = { kind: 'container', image: 'debian-12' };
  for (const blank of ['version: 1\nelements: {}\n', 'version: 1\nelements:\n', 'version: 1\n'])
    expect(editLab(blank, [{ kind: 'add-element', name: 'web', element }])).toBe(
      'version: 1\nelements:\n  web:\n    kind: container\n    image: debian-12\n',
    );
});

test('what refers to an element follows its new name', () => {
  const edited = editLab(lab, [
    { kind: 'rename-element', name: 'web', to: 'front' },
    { kind: 'rename-element', name: 'cluster', to: 'kube' },
  ]);
  const { elements, checks } = readExample(edited);
  expect(Object.keys(elements)).toEqual(['front', 'kube', 'shop']);
  expect(elements.shop).toMatchObject({ on: 'kube' });
  expect(checks[0]?.on).toBe('front');
  expect(edited).toContain('  # shows the page\n  front:\n');
});

test('an element goes with its checks, and a cluster with its apps', () => {
  const edited = editLab(lab, [
    { kind: 'remove-element', name: 'cluster' },
    { kind: 'remove-element', name: 'web' },
  ]);
  expect(readExample(edited)).toMatchObject({ elements: {}, checks: [] });
});

test('a machine that names no network keeps the one that it is on when it is wired to another', () => {
  const edited = editLab(lab, [
    { kind: 'add-network', name: 'dmz', internet: false },
    { kind: 'attach', element: 'web', network: 'dmz' },
    { kind: 'attach', element: 'cluster', network: 'dmz', address: '10.20.0.5' },
  ]);
  const { elements, networks } = readExample(edited);
  expect(networks.dmz).toEqual({ subnet: '10.20.0.0/24', internet: false });
  expect(elements.web).toMatchObject({ networks: [{ network: 'lan' }, { network: 'dmz' }] });
  expect(elements.cluster).toMatchObject({
    networks: [{ network: 'dmz', addresses: ['10.20.0.5'] }],
  });
  const back = editLab(edited, [{ kind: 'detach', element: 'web', network: 'lan' }]);
  expect(readExample(back).elements.web).toMatchObject({ networks: [{ network: 'dmz' }] });
});

test('the network that a lab has by itself is written out beside a second one', () => {
  const edited = editLab('version: 1\nelements: {}\n', [{ kind: 'add-network', name: 'dmz' }]);
  expect(Object.keys(readExample(edited).networks)).toEqual(['lan', 'dmz']);
});

test('wires follow the new name of a network', () => {
  const wired = editLab(lab, [
    { kind: 'attach', element: 'web', network: 'lan', address: '10.10.0.40' },
    { kind: 'rename-network', name: 'lan', to: 'school' },
  ]);
  const { elements, networks } = readExample(wired);
  expect(Object.keys(networks)).toEqual(['school']);
  expect(elements.web).toMatchObject({
    networks: [{ network: 'school', addresses: ['10.10.0.40'] }],
  });
});

test.each<[string, LabEdit]>([
  ['name-taken', { kind: 'add-element', name: 'web', element: {} }],
  ['name-taken', { kind: 'rename-element', name: 'web', to: 'shop' }],
  ['name-taken', { kind: 'add-network', name: 'lan' }],
  ['element-not-found', { kind: 'set', path: ['elements', 'gone', 'cpu'], value: 1 }],
  ['request-invalid', { kind: 'detach', element: 'web', network: 'lan' }],
  ['request-invalid', { kind: 'remove-network', name: 'lan' }],
])('%s: %o is refused', (code, edit) => {
  expect(() => editLab(lab, [edit])).toThrow(expect.objectContaining({ code }) as Error);
});

test('a text that is no YAML is not edited', () => {
  expect(() => editLab('a: [', [{ kind: 'set', path: ['a'], value: 1 }])).toThrow(
    expect.objectContaining({ code: 'blueprint-invalid' }) as Error,
  );
});

test('an inserted lab keeps to itself what is called the same', () => {
  const both = editLab(lab, [{ kind: 'insert-lab', text: lab }]);
  const { elements, networks, checks } = readExample(both);
  expect(Object.keys(elements)).toEqual(['web', 'cluster', 'shop', 'web-2', 'cluster-2', 'shop-2']);
  expect(elements['shop-2']).toMatchObject({ on: 'cluster-2' });
  expect(Object.keys(networks)).toEqual(['lan']);
  expect(checks.map(({ on }) => on)).toEqual(['web', 'web-2']);
});

test('an inserted network moves to a free subnet, its machines with it', () => {
  const other = `version: 1
networks: { lan: { subnet: 10.10.0.0/16 } }
elements:
  fw: { kind: container, image: debian-12, networks: [{ name: lan, address: 10.10.0.7 }] }
  pc: { kind: container, image: debian-12 }
`;
  const { elements, networks } = readExample(editLab(lab, [{ kind: 'insert-lab', text: other }]));
  expect(networks['lan-2']?.subnet).toBe('10.20.0.0/24');
  expect(elements.fw).toMatchObject({
    networks: [{ network: 'lan-2', addresses: ['10.20.0.7'] }],
  });
  expect(elements.pc).toMatchObject({ networks: [{ network: 'lan-2' }] });
});

test('a lab inserted into a blank one is that lab', () => {
  const blank =
    'version: 1\nnetworks:\n  lan: { subnet: 10.10.0.0/24, internet: true }\nelements: {}\n';
  expect(readExample(editLab(blank, [{ kind: 'insert-lab', text: lab }]))).toEqual(
    readExample(lab),
  );
});

test('an edit of something else changes nothing of any lab', () => {
  fc.assert(
    fc.property(anyLab, (any) => {
      const before = readExample(writeExample(any));
      const text = printBlueprint(before);
      const edited = editLab(text, [{ kind: 'set', path: ['title'], value: 'Another' }]);
      expect(readExample(edited)).toEqual({ ...before, title: 'Another' });
    }),
    { numRuns: 25 },
  );
});

test('whatever is set is read as it was meant', () => {
  const anyValue = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '#', ':', '-', '"', "'", '\\', 'a', '0') }),
    fc.constantFrom('true', 'null', '~', '0644', '1e3', '*a', '&a', '!x', '- a', 'a: b', '', 'on'),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.string({ maxLength: 8 })),
  );
  fc.assert(
    fc.property(anyValue, (value) => {
      const edited = editLab(lab, [{ kind: 'set', path: ['elements', 'web', 'run'], value }]);
      const read = parse(edited) as { elements: { web: { run: unknown } } };
      expect(read.elements.web.run).toEqual(value);
    }),
    { numRuns: 200 },
  );
});

test('a lab with a mistake has the same mistake after an edit of something else', () => {
  const mistakes = [
    'memory: 512',
    'cpu: -1',
    'networks: [wan]',
    'ports: ["80"]',
    'files: [{ path: x, content: "" , mode: 0644 }]',
  ];
  for (const mistake of mistakes) {
    const wrong = lab.replace('memory: 512MiB', mistake);
    const edited = editLab(wrong, [{ kind: 'set', path: ['title'], value: 'x' }]);
    const told = (text: string) => findProblems(text).map(({ message }) => message);
    expect(told(wrong)).not.toEqual([]);
    expect(told(edited)).toEqual(told(wrong));
  }
});

test('comments survive edits of any kind', () => {
  const edits: LabEdit[] = [
    { kind: 'set', path: ['elements', 'cluster', 'memory'], value: '2GiB' },
    { kind: 'rename-element', name: 'web', to: 'front' },
    { kind: 'add-network', name: 'dmz' },
    { kind: 'attach', element: 'cluster', network: 'lan' },
    { kind: 'rename-network', name: 'lan', to: 'home' },
    { kind: 'add-element', name: 'db', element: { kind: 'container', image: 'debian-12' } },
  ];
  const some = fc.subarray(edits);
  const commented = lab.replace('cluster:\n', 'cluster: # of three\n');
  const comments = commented.match(/#[^\n]*/g) ?? [];
  fc.assert(
    fc.property(some, (chosen) => {
      const edited = editLab(commented, chosen);
      for (const comment of comments) expect(edited).toContain(comment);
      expect(findProblems(edited)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('values with parts are set below keys that were not there', () => {
  const expect2: LabValue = { exitCode: 1 };
  const edited = editLab(lab, [{ kind: 'set', path: ['checks', 0, 'expect'], value: expect2 }]);
  expect(readExample(edited).checks[0]?.expect).toEqual({ exitCode: 1 });
});

test('brackets are padded as the person pads them, lists apart from maps', () => {
  const text =
    'version: 1\nnetworks:\n  lan: { subnet: 10.0.1.0/24 }\nelements:\n  web: { kind: container, image: debian-12, ports: [80] }\n';
  const memory = { kind: 'set', path: ['elements', 'web', 'memory'], value: '512MiB' } as const;
  expect(editLab(text, [memory])).toBe(text.replace('[80] }', '[80], memory: 512MiB }'));
  const ports = { kind: 'set', path: ['elements', 'web', 'ports'], value: [80, 443] } as const;
  expect(editLab(text, [ports])).toBe(text.replace('[80]', '[80, 443]'));
  const padded = text.replace('[80]', '[ 80 ]').replaceAll('{ ', '{').replaceAll(' }', '}');
  expect(editLab(padded, [ports])).toBe(padded.replace('[ 80 ]', '[ 80, 443 ]'));
});
