import { describe, expect, test } from 'vitest';
import { identity, testHost } from '../testing/arbitraryEnvironment.ts';
import { readExample } from '../testing/readExample.ts';
import { resolveEnvironment } from '../plan/resolveEnvironment.ts';
import type { Progress } from './describeStatus.ts';
import { describeStatus } from './describeStatus.ts';
import { describeTrouble } from './describeTrouble.ts';
import type { ObservedEnvironment } from './observed.ts';
import type { Condition, EnvironmentStatus, StepStatus } from './status.ts';

const blueprint = readExample(`version: 1
elements:
  web: { kind: container, image: debian-12 }
  cluster: { kind: cluster }
  shop: { kind: app, on: cluster, image: nginx }
`);
const now = '2026-01-02T00:00:00.000Z';
const desired = (wanted: 'running' | 'stopped' | 'absent') =>
  resolveEnvironment(identity(wanted), blueprint, testHost);
const running = desired('running');

const nothing: ObservedEnvironment = {
  bridges: [],
  egress: false,
  instances: [],
  clusters: {},
  guests: {},
};
const everything: ObservedEnvironment = {
  bridges: running.networks.map(({ bridge }) => bridge),
  egress: true,
  instances: running.instances.map(({ name, config, devices }) => ({
    name,
    config,
    devices,
    state: 'running',
    everStarted: true,
  })),
  clusters: {
    cluster: {
      ready: true,
      readyNodes: ['cluster'],
      apps: { shop: { hash: running.apps[0]?.hash ?? '', available: true } },
    },
  },
  guests: {},
};

const working: Progress = { steps: [], attempts: 0, gaveUp: false, isSettled: false };
const settled: Progress = { ...working, isSettled: true };
const error = { code: 'image-not-found', message: 'No image.', remedy: 'Make it.', at: now };
const create = (element: string, fields: Partial<StepStatus>): StepStatus => ({
  id: `create k3abcde-${element}`,
  title: `Make ${element}`,
  element,
  state: 'waiting',
  ...fields,
});

function describeIt(
  wanted: Parameters<typeof desired>[0],
  observed: ObservedEnvironment,
  progress: Progress,
  conditions: readonly Condition[] = [],
): EnvironmentStatus {
  return describeStatus(desired(wanted), observed, progress, { conditions, now });
}

const statesOf = ({ elements }: EnvironmentStatus): unknown =>
  Object.fromEntries(elements.map(({ name, state }) => [name, state]));
const told = ({ conditions }: EnvironmentStatus): string[] =>
  conditions.map(({ status, message }) => `${status}: ${message}`);

describe('describeStatus', () => {
  test('a lab that nobody has begun with waits', () => {
    const status = describeIt('running', nothing, working);
    expect(status.state).toBe('waiting');
    expect(told(status)).toEqual([
      'false: Not there yet: lan.',
      'false: Instances running: 0 of 3.',
      'false: Labcast is at work on it.',
    ]);
  });

  test('what a plan at work has made counts, though the last look is older', () => {
    const steps = [
      create('gateway', { state: 'done' }),
      create('web', { state: 'running' }),
      create('cluster', {}),
    ];
    const status = describeIt('running', nothing, { ...working, steps });
    expect(status.state).toBe('starting');
    expect(statesOf(status)).toEqual({
      gateway: 'ready',
      web: 'starting',
      cluster: 'waiting',
      shop: 'waiting',
    });
    expect(told(status)).toContain('false: Instances running: 1 of 3.');
    expect(status.elements.find(({ name }) => name === 'web')?.reason).toBe('Make web');
  });

  test('a step that failed needs attention while it is tried again, and has failed afterwards', () => {
    const steps = [create('web', { state: 'failed', message: 'No image.' })];
    const trying = { ...working, steps, attempts: 2, lastError: error };
    const status = describeIt('running', nothing, trying);
    expect(status).toMatchObject({ state: 'starting', attempts: 2, lastError: error });
    expect(statesOf(status)).toMatchObject({ web: 'attention' });
    const given = describeIt('running', nothing, { ...trying, gaveUp: true });
    expect(given.state).toBe('failed');
    expect(statesOf(given)).toMatchObject({ web: 'failed' });
    expect(given.conditions.at(-1)).toMatchObject({
      type: 'AsWanted',
      status: 'false',
      reason: 'image-not-found',
      message: 'No image.',
    });
  });

  test('each element that failed has what to do about it', () => {
    const steps = [
      create('web', { state: 'failed', message: 'No image.', remedy: 'Choose another one.' }),
      create('cluster', { state: 'failed', message: 'No room.', remedy: 'Make room.' }),
    ];
    const progress = { ...working, steps, gaveUp: true, lastError: error };
    const { elements } = describeIt('running', nothing, progress);
    expect(elements.find(({ name }) => name === 'web')).toMatchObject({
      reason: 'No image.',
      remedy: 'Choose another one.',
    });
    expect(elements.find(({ name }) => name === 'cluster')).toMatchObject({
      reason: 'No room.',
      remedy: 'Make room.',
    });
  });

  test('a lab that came right forgets the steps that did not', () => {
    const steps = [create('web', { state: 'failed', message: 'No.' }), create('cluster', {})];
    const status = describeIt('running', everything, { ...settled, steps, lastError: error });
    expect(status.state).toBe('ready');
    expect(statesOf(status)).toEqual({
      gateway: 'ready',
      web: 'ready',
      cluster: 'ready',
      shop: 'ready',
    });
    expect(status.steps.map(({ state, message }) => [state, message])).toEqual([
      ['done', undefined],
      ['done', undefined],
    ]);
    expect(status.lastError).toBeUndefined();
    expect(status.conditions.every((condition) => condition.status === 'true')).toBe(true);
  });

  test('a cluster that is not ready says why', () => {
    const clusters = { cluster: { ready: false, reason: 'No etcd.', readyNodes: [], apps: {} } };
    const status = describeIt('running', { ...everything, clusters }, working);
    const cluster = status.elements.find(({ name }) => name === 'cluster');
    expect(cluster).toMatchObject({ state: 'waiting', reason: 'No etcd.' });
  });

  test('a paused machine says who can go on with it', () => {
    const instances = everything.instances.map((instance) =>
      instance.name.endsWith('-web') ? { ...instance, state: 'frozen' as const } : instance,
    );
    const status = describeIt('running', { ...everything, instances }, settled);
    const web = status.elements.find(({ name }) => name === 'web');
    expect(web?.state).toBe('attention');
    expect(web?.remedy).toContain('incus resume');
    expect(status.state).toBe('attention');
  });

  test('a stopped lab lacks nothing', () => {
    const instances = everything.instances.map((found) => ({
      ...found,
      state: 'stopped' as const,
    }));
    const status = describeIt('stopped', { ...everything, instances, clusters: {} }, settled);
    expect(status.state).toBe('stopped');
    expect(told(status)).toEqual([
      'true: Every network of the lab is there.',
      'true: No instance is running.',
      'true: The lab is as wanted.',
    ]);
    expect(status.elements.map(({ state, reason }) => [state, reason])).toEqual(
      status.elements.map(() => ['stopped', undefined]),
    );
  });

  test('a lab that goes says what is left, and one that is gone that nothing is', () => {
    const going = describeIt('absent', everything, working);
    expect(going).toMatchObject({ state: 'deleting', elements: [] });
    expect(told(going)[0]).toBe(
      'false: Still to remove, when last looked: 3 instances and 1 network.',
    );
    const gone = describeIt('absent', nothing, settled);
    expect(gone).toMatchObject({ state: 'gone', elements: [] });
    expect(told(gone)).toEqual([
      'true: Nothing of the lab is left on the host.',
      'true: The lab is gone, as wanted.',
    ]);
  });

  test('a condition dates from when its status changed, not from when it was seen again', () => {
    const before = describeIt('running', nothing, working).conditions.map((condition) => ({
      ...condition,
      since: '2026-01-01T00:00:00.000Z',
    }));
    const { conditions } = describeIt('running', everything, working, before);
    expect(conditions.map(({ type, since }) => [type, since.slice(0, 10)])).toEqual([
      ['Networks', '2026-01-02'],
      ['Instances', '2026-01-02'],
      ['AsWanted', '2026-01-01'],
    ]);
  });
});

describe('describeTrouble', () => {
  const ready = describeIt('running', everything, settled);
  const away = { ...error, code: 'incus-unavailable', message: 'Away.' };
  const trouble = { error: away, attempts: 0, gaveUp: false };

  test('what was ready is unknown while nobody can look, with everything else as last seen', () => {
    const status = describeTrouble(ready, 'running', trouble, now);
    expect(status).toMatchObject({ state: 'unknown', lastError: away });
    expect(status.elements).toEqual(ready.elements);
    expect(told(status)).toEqual([...told(ready).slice(0, 2), 'false: Away.']);
    expect(describeTrouble(status, 'running', trouble, now).state).toBe('unknown');
  });

  test.each([
    ['absent', 'deleting'],
    ['stopped', 'stopping'],
  ] as const)('what shall be %s is %s all the same', (wanted, state) => {
    expect(describeTrouble(ready, wanted, trouble, now).state).toBe(state);
  });

  test('what nobody could see and shall go is told to be going', () => {
    const unknown = describeTrouble(ready, 'running', trouble, now);
    expect(describeTrouble(unknown, 'absent', trouble, now).state).toBe('deleting');
  });

  test('what was being made goes on being made, what was not begun waits', () => {
    const starting = { ...ready, state: 'starting' as const };
    expect(describeTrouble(starting, 'running', trouble, now).state).toBe('starting');
    const failed = { ...ready, state: 'failed' as const };
    expect(describeTrouble(failed, 'running', trouble, now).state).toBe('waiting');
  });

  test('giving up is said of the lab and of the elements that nobody attends to any more', () => {
    const [first, ...rest] = ready.elements;
    const elements = [{ ...first!, state: 'attention' as const }, ...rest];
    const gaveUp = { ...trouble, gaveUp: true, attempts: 6 };
    const status = describeTrouble({ ...ready, elements }, 'running', gaveUp, now);
    expect(status).toMatchObject({ state: 'failed', attempts: 6 });
    expect(status.elements.map(({ state }) => state)).toEqual([
      'failed',
      'ready',
      'ready',
      'ready',
    ]);
  });
});
