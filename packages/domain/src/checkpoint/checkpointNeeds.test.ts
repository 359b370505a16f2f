import { expect, test } from 'vitest';
import { parseEnvironmentKey } from '../environment/names.ts';
import { checkpointNeeds } from './checkpointNeeds.ts';

const key = parseEnvironmentKey('abcdefg');
const checkpoint = { id: 'one', key };
const nothing = { releases: [], runs: [], environments: [] };
const environment = (role: string) => ({
  role,
  name: role,
  origins: { web: { key, image: 'debian-12' } },
  beforeDisks: {},
});

test('releases, runs that go on and copies that may be made anew need it', () => {
  expect(checkpointNeeds(checkpoint, nothing)).toEqual([]);
  const needs = checkpointNeeds(checkpoint, {
    releases: [
      { checkpointId: 'one', number: 2 },
      { checkpointId: 'other', number: 3 },
    ],
    runs: [
      { checkpointId: 'one', number: 7 },
      { checkpointId: 'one', number: 6, endedAt: new Date(0) },
    ],
    environments: [environment('student')],
  });
  expect(needs).toEqual(['release r2', 'run 7', 'environment student']);
});

test('a student who may still look at the disk from before an update needs it', () => {
  const environments = [{ ...environment('student'), origins: {}, beforeDisks: { web: key } }];
  expect(checkpointNeeds(checkpoint, { ...nothing, environments })).toEqual([
    'environment student',
  ]);
});

test('dev has its own copy of the disks, and does not need it', () => {
  const environments = [environment('dev')];
  expect(checkpointNeeds(checkpoint, { ...nothing, environments })).toEqual([]);
});
