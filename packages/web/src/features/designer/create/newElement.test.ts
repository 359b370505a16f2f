import { editLab, parseBlueprint, type Blueprint } from '@labcast/domain';
import { expect, test } from 'vitest';
import { newElement, type Creatable } from './newElement.ts';

const needs = { cpu: 0.1, memoryBytes: 1, storageBytes: 1 };
const image = (name: string, kind: 'machine' | 'vm' | 'app' | 'node', more = {}) => ({
  name,
  summary: name,
  kind,
  display: 'terminal' as const,
  defaultUser: 'student',
  minimum: needs,
  recommended: { cpu: 1, memoryBytes: 2 ** 31, storageBytes: 2 ** 34 },
  ready: true,
  ...more,
});
const images = {
  container: image('debian-12', 'machine'),
  vm: image('debian-vm', 'vm'),
  app: image('nginx', 'app', { port: 80 }),
  desktop: image('desktop', 'machine', { display: 'desktop' }),
  node: image('kubernetes-node', 'node'),
};
const blank =
  'version: 1\nnetworks:\n  lan: { subnet: 10.10.0.0/24, internet: true }\nelements: {}\n';
function read(text: string): Blueprint {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: Object.values(images) });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.blueprint;
}
function press(text: string, kind: Creatable, near: string[] = []): string {
  const chosen = kind === 'cluster' || kind === 'network' ? undefined : images[kind];
  return editLab(text, newElement(read(text), { kind, image: chosen, near }).edits);
}

test('five presses make five things that can run together', () => {
  const kinds = ['container', 'vm', 'cluster', 'app', 'network'] as const;
  const lab = read(kinds.reduce((text, kind) => press(text, kind), blank));
  expect(Object.keys(lab.elements)).toEqual(['machine', 'vm', 'cluster', 'app']);
  expect(Object.keys(lab.networks)).toEqual(['lan', 'network']);
});

test('names are counted on, and each machine keeps an address of its own', () => {
  const lab = read(press(press(blank, 'container'), 'container'));
  expect(Object.keys(lab.elements)).toEqual(['machine', 'machine-2']);
  expect(lab.elements['machine-2']).toMatchObject({
    networks: [{ network: 'lan', addresses: ['10.10.0.11'] }],
  });
  const text = press(press(blank, 'container'), 'container');
  const left = read(editLab(text, [{ kind: 'remove-element', name: 'machine' }]));
  expect(left.elements['machine-2']).toEqual(lab.elements['machine-2']);
});

test('an app without a cluster brings one, and a second app joins it at another port', () => {
  const one = press(blank, 'app');
  expect(Object.keys(read(one).elements)).toEqual(['cluster', 'app']);
  const two = read(press(one, 'app'));
  expect(two.elements['app-2']).toMatchObject({ on: 'cluster', port: 8080, containerPort: 80 });
});

test('something new is on the network that is selected, or that of what is selected', () => {
  const text = press(blank, 'network');
  const first = press(text, 'container', ['network']);
  const second = read(press(first, 'container', ['machine']));
  expect(second.elements['machine-2']).toMatchObject({ networks: [{ network: 'network' }] });
});

test('a desktop is called one', () => {
  expect(newElement(read(blank), { kind: 'container', image: images.desktop, near: [] }).name).toBe(
    'desktop',
  );
});
