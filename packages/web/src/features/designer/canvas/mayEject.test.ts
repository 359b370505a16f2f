import { parseBlueprint } from '@labcast/domain';
import { expect, test } from 'vitest';
import type { Image } from '../design/Design.ts';
import { mayEject } from './mayEject.ts';

const needs = { cpu: 0.1, memoryBytes: 1, storageBytes: 1 };
const image = (name: string, disc: boolean): Image => ({
  name,
  summary: name,
  kind: 'vm',
  ...(disc && { disc }),
  display: 'desktop',
  defaultUser: 'root',
  minimum: needs,
  recommended: needs,
  ready: true,
});
const images = [image('upload/installer', true), image('upload/router', false)];
const lab = `version: 1
elements:
  installed: { kind: vm, image: upload/installer, cpu: 1, memory: 1GiB, storage: 8GiB }
  router: { kind: vm, image: upload/router, cpu: 1, memory: 1GiB, storage: 8GiB }
`;
const parsed = parseBlueprint(lab, { file: 'lab.yaml', catalogue: [] });
if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
const design = { mayEdit: true, appliedBlueprint: parsed.blueprint, images };

test('a disc is ejected from a machine that started from one, and from no other', () => {
  expect(mayEject('installed', design)).toBe(true);
  expect(mayEject('router', design)).toBe(false);
  expect(mayEject('only-drawn', design)).toBe(false);
  expect(mayEject('constructor', design)).toBe(false);
});

test('who may only look at the lab is offered no ejection', () => {
  expect(mayEject('installed', { ...design, mayEdit: false })).toBe(false);
});
