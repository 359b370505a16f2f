import { expect, test } from 'vitest';
import { catalogueImages } from '../catalogue/catalogue.ts';
import { parseBlueprint } from '../blueprint/parseBlueprint.ts';
import { editInPlace } from './editInPlace.ts';
import type { LabEdit } from './labEdit.ts';

const lab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24 }
  dmz: { subnet: 10.20.0.0/24 }
elements:
  # goes
  first: { kind: container, image: debian-12, networks: [lan, dmz] }
  web: { kind: container, image: debian-12 } # stays
  nodes: { kind: cluster, nodes: 2, networks: [lan] }
  shop: { kind: app, on: nodes, image: nginx }
  both: { kind: container, image: debian-12, networks: [lan, dmz] }
`;

function addresses(text: string): Record<string, string[]> {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return Object.fromEntries(
    Object.entries(parsed.blueprint.elements).flatMap(([name, element]) =>
      element.kind === 'app'
        ? []
        : [[name, element.networks.flatMap((network) => [...network.addresses])]],
    ),
  );
}

const edit = (...edits: LabEdit[]) => editInPlace(lab, edits, catalogueImages);

test('the others keep their addresses when one is removed', () => {
  const { first: gone, ...others } = addresses(lab);
  expect(gone).toEqual(['10.10.0.10', '10.20.0.10']);
  const edited = edit({ kind: 'remove-element', name: 'first' });
  expect(addresses(edited)).toEqual(others);
  expect(edited).toContain('# stays');
});

test('one that leaves a network moves nobody on it', () => {
  const { first, ...others } = addresses(lab);
  const edited = edit({ kind: 'detach', element: 'first', network: 'dmz' });
  expect(addresses(edited)).toEqual({ first: first?.slice(0, 1), ...others });
});

test('nothing is written down where nobody would move', () => {
  expect(edit({ kind: 'remove-element', name: 'both' })).not.toContain('address');
});

test('a subnet that is changed on purpose has new addresses', () => {
  const path = ['networks', 'lan', 'subnet'];
  const edited = edit({ kind: 'set', path, value: '10.30.0.0/24' });
  expect(addresses(edited).web).toEqual(['10.30.0.11']);
});
