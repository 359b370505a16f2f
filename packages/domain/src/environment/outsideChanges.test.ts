import { describe, expect, test } from 'vitest';
import { identity, testHost } from '../testing/arbitraryEnvironment.ts';
import { readExample } from '../testing/readExample.ts';
import { resolveEnvironment } from '../plan/resolveEnvironment.ts';
import { describeHealth } from './describeHealth.ts';
import { findOutsideChanges } from './findOutsideChanges.ts';
import type { ObservedEnvironment, ObservedInstance } from './observed.ts';
import type { ElementStatus } from './status.ts';
import type { ElementWishes } from './wishes.ts';
import { keepWishes, wish } from './wishes.ts';
import { withNotices } from './withNotices.ts';

const blueprint = readExample(
  'version: 1\nelements:\n  web: { kind: container, image: debian-12, memory: 512MiB }\n',
);
const desired = (wishes: ElementWishes = {}) =>
  resolveEnvironment(identity('running', wishes), blueprint, testHost);
const seen = (state: ObservedInstance['state']): ObservedEnvironment => ({
  bridges: [],
  egress: false,
  clusters: {},
  guests: {},
  instances: desired().instances.map(({ name, element, config, devices }) => ({
    name,
    config,
    devices,
    everStarted: true,
    state: element === 'web' ? state : 'running',
  })),
});
const found = (
  state: ObservedInstance['state'],
  hint?: 'asked-for' | 'from-inside',
  wishes?: ElementWishes,
) => findOutsideChanges(desired(wishes), seen(state), () => hint).map(({ message }) => message);

describe('findOutsideChanges', () => {
  test('a machine that runs, or is stopped by wish, is nothing to tell', () => {
    expect(found('running')).toEqual([]);
    expect(found('stopped', 'asked-for', { web: { stopped: true } })).toEqual([]);
  });

  test('who stopped a machine is told as far as it is known', () => {
    expect(found('stopped', 'asked-for')).toEqual([
      'Somebody stopped web in Incus. Labcast is starting it again.',
    ]);
    expect(found('stopped', 'from-inside')[0]).toContain('shut down from inside');
    expect(found('stopped')[0]).toContain('stopped outside of Labcast');
    expect(found('frozen')).toEqual(['Somebody paused web in Incus.']);
  });
});

describe('describeHealth', () => {
  const [web] = desired().instances.filter(({ element }) => element === 'web');
  const disk = (diskUsedBytes: number) => ({ diskUsedBytes, diskLimitBytes: 1000 });

  test('a disk counts as full shortly before its last byte', () => {
    expect(describeHealth(web!, disk(960))).toBeUndefined();
    expect(describeHealth(web!, disk(970))?.reason).toContain('disk of web is full');
    expect(describeHealth(web!, { diskUsedBytes: 970, diskLimitBytes: 0 })).toBeUndefined();
  });

  test('want of memory is told with how much there was', () => {
    const memoryKilledAt = '2026-01-01T00:00:00Z';
    expect(describeHealth(web!, { ...disk(1), memoryKilledAt })?.reason).toContain('512 MiB');
  });
});

describe('withNotices', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
  const web: ElementStatus = {
    name: 'web',
    kind: 'container',
    state: 'ready',
    addresses: [],
    instances: [],
  };
  const change = { element: 'web', message: 'Somebody stopped web.' };
  const notice = { message: change.message, at: at(0) };

  test('a notice stays for ten minutes', () => {
    const elements = [{ ...web, notice }];
    expect(withNotices([web], [], { elements, now: at(9) })).toEqual(elements);
    expect(withNotices([web], [], { elements, now: at(11) })).toEqual([web]);
  });

  test('what happens again is told anew, what lasts keeps its time', () => {
    const again = withNotices([web], [change], { elements: [{ ...web, notice }], now: at(5) });
    expect(again[0]?.notice?.at).toBe(at(5));
    const paused: ElementStatus = { ...web, state: 'attention', notice };
    const lasting = withNotices([paused], [change], { elements: [paused], now: at(30) });
    expect(lasting[0]?.notice?.at).toBe(at(0));
  });

  test('while an element comes back, what happened is why', () => {
    const starting: ElementStatus = { ...web, state: 'starting', reason: 'Start web' };
    expect(withNotices([starting], [change], { now: at(0) })[0]?.reason).toBe(change.message);
  });
});

describe('wishes', () => {
  test('a stop keeps the count of restarts, a restart and a start end it', () => {
    const restarted = wish(wish({}, ['web'], 'restart'), ['web'], 'restart');
    expect(restarted).toEqual({ web: { restarts: 2 } });
    const stopped = wish(restarted, ['web'], 'stop');
    expect(stopped).toEqual({ web: { restarts: 2, stopped: true } });
    expect(wish(stopped, ['web'], 'retry')).toEqual(stopped);
    expect(wish(stopped, ['web'], 'start')).toEqual({ web: { restarts: 2 } });
    expect(wish(stopped, ['web'], 'restart')).toEqual({ web: { restarts: 3 } });
  });

  test('those of elements that are gone go', () => {
    const wishes = { web: { stopped: true }, db: { restarts: 1 } } as const;
    expect(keepWishes(wishes, ['db', 'new'])).toEqual({ db: { restarts: 1 } });
  });
});
