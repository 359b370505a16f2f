import { expect, test } from 'vitest';
import { parseBlueprint } from '../blueprint/parseBlueprint.ts';
import { catalogueImages } from '../catalogue/catalogue.ts';
import { isNoise } from './noise.ts';
import type { UpdatedEnvironment } from './planTargets.ts';
import { planTarget } from './planTargets.ts';

function lab(memory: string) {
  const text = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: false }
elements:
  web: { kind: container, image: debian-12, memory: ${memory} }
  db: { kind: container, image: debian-12, memory: 256MiB }
`;
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.blueprint;
}

const environment = (change: Partial<UpdatedEnvironment> = {}): UpdatedEnvironment => ({
  name: '07',
  everRan: true,
  before: lab('256MiB'),
  after: lab('256MiB'),
  changedDisks: new Set(['web']),
  touchedFiles: new Map(),
  ...change,
});
const outcomeOf = (
  change: Partial<UpdatedEnvironment>,
  choices: Parameters<typeof planTarget>[1] = {},
) => planTarget(environment(change), choices).elements.map(({ outcome }) => outcome);

test('what the release does not change is left alone', () => {
  expect(outcomeOf({ changedDisks: new Set() })).toEqual(['same', 'same']);
});

test('what changed and nobody touched is replaced, also where nothing ever ran', () => {
  expect(outcomeOf({ touchedFiles: new Map([['web', 0]]) })).toEqual(['replace', 'same']);
  expect(outcomeOf({ everRan: false })).toEqual(['replace', 'same']);
  expect(outcomeOf({ everRan: false, changedDisks: new Set(), after: lab('512MiB') })).toEqual([
    'replace',
    'same',
  ]);
});

test('what a student touched stays, unless the choice is another one', () => {
  const touchedFiles = new Map([['web', 4]]);
  expect(outcomeOf({ touchedFiles })).toEqual(['keep', 'same']);
  expect(outcomeOf({ touchedFiles }, { default: 'replace' })).toEqual(['replace-kept', 'same']);
  expect(outcomeOf({ touchedFiles }, { default: 'replace', elements: { web: 'script' } })).toEqual([
    'script',
    'same',
  ]);
  const choices = { elements: { web: 'script' }, environments: { '07': 'keep' } } as const;
  expect(outcomeOf({ touchedFiles }, choices)).toEqual(['keep', 'same']);
});

test('what nobody can look into counts as touched', () => {
  expect(outcomeOf({ touchedFiles: new Map([['web', undefined]]) })).toEqual(['keep', 'same']);
});

test('files that change by themselves are no work', () => {
  expect(['/var/log/syslog', '/run/x', '/etc/ssh/ssh_host_rsa_key'].every(isNoise)).toBe(true);
  expect(['/root/answer', '/etc/ssh/sshd_config', '/home/a/.bashrc'].some(isNoise)).toBe(false);
});
