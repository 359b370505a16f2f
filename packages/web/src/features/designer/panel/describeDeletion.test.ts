import { catalogueImages, parseBlueprint, type Blueprint } from '@labcast/domain';
import { expect, test } from 'vitest';
import { describeDeletion } from './describeDeletion.ts';

function lab(text: string): Blueprint {
  const parsed = parseBlueprint(`version: 1\n${text}`, {
    file: 'lab.yaml',
    catalogue: catalogueImages,
  });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.blueprint;
}

const blueprint = lab(
  [
    'elements:',
    '  web: { kind: container, image: debian-12 }',
    '  k: { kind: cluster }',
    '  shop: { kind: app, on: k, image: nginx }',
    '  blog: { kind: app, on: k, image: nginx, port: 81, containerPort: 80 }',
    'checks:',
    '  - { name: a, on: web, run: "true" }',
    '  - { name: b, on: shop, run: "true" }',
    '  - { name: c, on: k, run: "true" }',
  ].join('\n'),
);

test('what is stored goes, with the amount where it is known', () => {
  expect(
    describeDeletion({ name: 'web', blueprint, applied: blueprint, usedBytes: 2 ** 30 }),
  ).toEqual(['Everything stored on web goes (1 GiB in use).', 'Its check goes too.']);
});

test('a cluster takes its apps and their checks with it', () => {
  expect(describeDeletion({ name: 'k', blueprint, applied: blueprint })).toEqual([
    'Everything stored on k goes.',
    'shop and blog on it go too.',
    'Its 2 checks go too.',
  ]);
});

test('an app without a volume, and what was never made, lose nothing', () => {
  expect(describeDeletion({ name: 'blog', blueprint, applied: blueprint })).toEqual([
    'blog keeps nothing, so nothing is lost.',
  ]);
  expect(describeDeletion({ name: 'blog', blueprint, applied: lab('elements: {}') })).toEqual([
    'blog was never made, so nothing is lost.',
  ]);
});
