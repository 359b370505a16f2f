import { catalogueImages, parseBlueprint, type Blueprint } from '@labcast/domain';
import { expect, test } from 'vitest';
import { listDifferences } from './listDifferences.ts';

function lab(web: string, networks = '{ lan: { subnet: 10.10.0.0/24 } }'): Blueprint {
  const text = `version: 1\nnetworks: ${networks}\nelements:\n  web: ${web}\n  k: { kind: cluster }\n`;
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.blueprint;
}

const before = lab('{ kind: container, image: debian-12, memory: 512MiB, ports: [80] }');

test('each field that differs is told with both values', () => {
  const after = lab('{ kind: container, image: desktop, cpu: 2, memory: 1.5GiB, storage: 8GiB }');
  expect(listDifferences(before, after, 'web')).toEqual([
    { label: 'Image', before: 'debian-12', after: 'desktop' },
    { label: 'CPU', before: '1', after: '2' },
    { label: 'Memory', before: '512 MiB', after: '1.5 GiB' },
    { label: 'Disk', before: '4 GiB', after: '8 GiB' },
    { label: 'Ports', before: '80', after: 'none' },
  ]);
});

test('files are told by their paths, commands by their number', () => {
  const after = lab(
    '{ kind: container, image: debian-12, memory: 512MiB, ports: [80], run: [a, b], files: [{ path: /etc/motd, content: x }] }',
  );
  expect(listDifferences(before, after, 'web')).toEqual([
    { label: 'Files', before: 'none', after: '/etc/motd' },
    { label: 'Commands', before: 'none', after: '2 commands' },
  ]);
});

test('networks have their fields too', () => {
  const after = lab(
    '{ kind: container, image: debian-12, memory: 512MiB, ports: [80] }',
    '{ lan: { subnet: 10.10.0.0/24, internet: false } }',
  );
  expect(listDifferences(before, after, 'lan')).toEqual([
    { label: 'Internet', before: 'yes', after: 'no' },
  ]);
});

test('what is new, gone or the same has no differences', () => {
  expect(listDifferences(before, before, 'web')).toEqual([]);
  expect(listDifferences(before, before, 'nobody')).toEqual([]);
});
