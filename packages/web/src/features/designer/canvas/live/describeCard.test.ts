import { initialStatus, type Blueprint, type EnvironmentStatus } from '@labcast/domain';
import { expect, test } from 'vitest';
import { describeCard } from './describeCard.ts';
import { createLiveStore } from './liveStore.ts';

const container = {
  kind: 'container',
  image: 'debian-12',
  cpu: 1,
  memoryBytes: 1,
  storageBytes: 1,
  networks: [],
  files: [],
  run: [],
  ports: [],
} as const;
const lab = (...names: string[]): Blueprint => ({
  version: 1,
  networks: {},
  elements: Object.fromEntries(names.map((name) => [name, container])),
  checks: [],
});
const context = (applied: string[], drawn: string[], status?: Partial<EnvironmentStatus>) => ({
  status: status && { ...initialStatus, ...status },
  blueprint: lab(...drawn),
  appliedBlueprint: lab(...applied),
  generation: 1,
  pending: applied
    .filter((name) => !drawn.includes(name))
    .map((element) => ({
      action: 'remove' as const,
      element,
      destroysData: true,
      message: '',
    })),
});
const step = (state: 'done' | 'running' | 'waiting', more = {}) => ({
  id: state,
  title: 'Start web',
  element: 'web',
  state,
  ...more,
});

test('what is only drawn is planned, and what was asked for waits', () => {
  expect(describeCard('web', context([], ['web']))).toEqual({ state: 'planned', mark: 'new' });
  expect(describeCard('web', context(['web'], ['web']))).toEqual({ state: 'waiting' });
});

test('what is taken off the canvas is marked until that is applied', () => {
  expect(describeCard('web', context(['web'], [])).mark).toBe('removed');
});

test('a card counts the steps of its own element', () => {
  const startedAt = '2026-01-01T00:00:00.000Z';
  const usual = { medianMs: 900, p90Ms: 2000 };
  const steps = [
    { ...step('running'), element: 'db' },
    step('done'),
    step('running', { startedAt, usual }),
    step('waiting'),
  ] as EnvironmentStatus['steps'];
  expect(describeCard('web', context(['web'], ['web'], { steps })).step).toEqual({
    number: 2,
    of: 3,
    title: 'Start web',
    startedAt: Date.parse(startedAt),
    usualMs: 900,
    longMs: 2000,
  });
});

test('each card says what to do about its own failure, when that is known', () => {
  const failed = {
    kind: 'container',
    state: 'failed',
    reason: 'It went wrong.',
    addresses: [],
    instances: [],
  };
  const elements = [
    { ...failed, name: 'web', remedy: 'Choose another image.' },
    { ...failed, name: 'db', remedy: 'Give it more storage.' },
    { ...failed, name: 'desk' },
  ];
  const names = elements.map(({ name }) => name);
  const told = context(names, names, { elements } as Partial<EnvironmentStatus>);
  expect(names.map((name) => describeCard(name, told).reason)).toEqual([
    'It went wrong. Choose another image.',
    'It went wrong. Give it more storage.',
    'It went wrong.',
  ]);
});

test('a card that says the same as before is the same', () => {
  const store = createLiveStore();
  store.set(['web'], () => ({ state: 'ready' }));
  const before = store.get('web');
  store.set(['web'], () => ({ state: 'ready' }));
  expect(store.get('web')).toBe(before);
  store.set(['web'], () => ({ state: 'failed' }));
  expect(store.get('web')).toEqual({ state: 'failed' });
});
