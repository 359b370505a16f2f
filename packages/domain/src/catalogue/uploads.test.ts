import { expect, test } from 'vitest';
import { parseBlueprint } from '../blueprint/parseBlueprint.ts';
import { catalogueImages } from './catalogue.ts';
import { startsFromDisc, uploadedImage } from './uploads.ts';

const uploaded = (name: string, format: string) =>
  uploadedImage({ name, summary: name, diskBytes: 1024 ** 3, format });
const images = [...catalogueImages, uploaded('installer', 'iso'), uploaded('router', 'qcow2')];

const lab = `version: 1
elements:
  disc: { kind: vm, image: upload/installer }
  disk: { kind: vm, image: upload/router }
  ours: { kind: vm, image: debian-vm }
  unknown: { kind: vm, image: upload/removed }
  container: { kind: container, image: debian-12 }
`;

test('only a virtual machine of an uploaded ISO disc starts from one', () => {
  const parsed = parseBlueprint(lab, { file: 'lab.yaml', catalogue: images });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const { elements } = parsed.blueprint;
  const found = Object.keys(elements).filter((name) => startsFromDisc(elements[name]!, images));
  expect(found).toEqual(['disc']);
});
