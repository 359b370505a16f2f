import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyLab } from '../testing/anyLab.ts';
import { readExample, writeExample } from '../testing/readExample.ts';
import { printBlueprint } from './printBlueprint.ts';

test('what is printed is read as the same blueprint again', () => {
  fc.assert(
    fc.property(anyLab, (lab) => {
      const blueprint = readExample(writeExample(lab));
      expect(readExample(printBlueprint(blueprint))).toEqual(blueprint);
    }),
  );
}, 30_000);

test.each([' \n', '\n \n\n', '\ufffd', 'a\n\t\nb', '\u007f # x', 'x: y', '"', '\ufeff'])(
  'a file that holds %j is read as the same file again',
  (content) => {
    const lab = {
      version: 1,
      elements: {
        web: { kind: 'container', image: 'debian-12', files: [{ path: '/a', content }] },
      },
    };
    const blueprint = readExample(printBlueprint(readExample(writeExample(lab))));
    expect(blueprint.elements.web).toMatchObject({ files: [{ content }] });
  },
);

test('addresses and sizes that nobody wrote are printed', () => {
  const text = printBlueprint(
    readExample('version: 1\nelements: { web: { kind: container, image: debian-12 } }'),
  );
  expect(text).toContain('address: 10.10.0.10');
  expect(text).toContain('memory: 512MiB');
});
