import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DesiredEnvironment } from '../environment/desired.ts';
import { labels } from '../environment/names.ts';
import type { ObservedEnvironment } from '../environment/observed.ts';
import { wish } from '../environment/wishes.ts';
import { anyDesired, anyWorld, identity, testHost } from '../testing/arbitraryEnvironment.ts';
import { readExample } from '../testing/readExample.ts';
import { carryOutStep } from '../testing/simulatedWorld.ts';
import { planEnvironment } from './planEnvironment.ts';
import { applyWishes } from './applyWishes.ts';
import { resolveEnvironment } from './resolveEnvironment.ts';
import type { Step } from './step.ts';

function carryOutAll(world: ObservedEnvironment, steps: readonly Step[]): ObservedEnvironment {
  return steps.reduce(carryOutStep, world);
}

/** What is wrong with a world, judged without the planner. */
function complaints(desired: DesiredEnvironment, world: ObservedEnvironment): string[] {
  if (desired.wanted === 'absent')
    return [
      ...world.bridges.map((name) => `bridge ${name} is left`),
      ...world.instances.map(({ name }) => `instance ${name} is left`),
      ...(world.egress ? ['egress is left open'] : []),
    ];
  const isRunning = desired.wanted === 'running';
  const found: string[] = [];
  const wantedBridges = desired.networks.map(({ bridge }) => bridge).sort();
  if (JSON.stringify([...world.bridges].sort()) !== JSON.stringify(wantedBridges))
    found.push('bridges differ');
  if (world.egress !== (isRunning && desired.egress)) found.push('egress differs');
  for (const { name } of world.instances)
    if (!desired.instances.some((wanted) => wanted.name === name)) found.push(`${name} is surplus`);
  if (!isRunning) {
    for (const { name, state } of world.instances)
      if (state === 'running') found.push(`${name} runs`);
    return found;
  }
  for (const wanted of desired.instances) {
    const instance = world.instances.find(({ name }) => name === wanted.name);
    if (wanted.stopped) {
      if (instance?.state === 'running') found.push(`${wanted.name} runs`);
      continue;
    }
    if (instance?.state !== 'running') found.push(`${wanted.name} does not run`);
    for (const [key, value] of Object.entries(wanted.config))
      if (instance?.config[key] !== value) found.push(`${wanted.name} has another ${key}`);
    if (instance?.config['limits.cpu.allowance'] !== wanted.config['limits.cpu.allowance'])
      found.push(`${wanted.name} has another share of time`);
    for (const [key, device] of Object.entries(wanted.devices))
      if (key !== 'kubernetes' && JSON.stringify(instance?.devices[key]) !== JSON.stringify(device))
        found.push(`${wanted.name} has another ${key}`);
    if (Object.keys(instance?.devices ?? {}).some((key) => !(key in wanted.devices)))
      found.push(`${wanted.name} has a surplus device`);
    if (wanted.provision && instance?.config[labels.provisioned] === undefined)
      found.push(`${wanted.name} lacks its files`);
    const guest = world.guests[wanted.name];
    if (wanted.guest && (!guest || guest.power === 'starting'))
      found.push(`the guest of ${wanted.name} has not started`);
    if (wanted.role === 'worker' && instance?.config[labels.joined] !== desired.key)
      found.push(`${wanted.name} has not joined`);
  }
  for (const cluster of desired.clusters) {
    if (cluster.stopped) continue;
    const seen = world.clusters[cluster.element];
    const nodes = [cluster.element, ...cluster.workers.map(({ nodeName }) => nodeName)];
    if (!seen?.ready || !nodes.every((node) => seen.readyNodes.includes(node)))
      found.push(`${cluster.element} is not ready`);
    const apps = desired.apps.filter((app) => app.cluster === cluster.element);
    for (const app of apps)
      if (
        seen?.apps[app.element]?.hash !== app.hash ||
        (!app.stopped && !seen.apps[app.element]?.available)
      )
        found.push(`${app.element} is not as wanted`);
    if (Object.keys(seen?.apps ?? {}).length !== apps.length) found.push('surplus apps');
  }
  return found;
}

/** Clusters without their control plane running, and guests without their container, are not there to be seen. */
function visible(desired: DesiredEnvironment, world: ObservedEnvironment): ObservedEnvironment {
  const seen = desired.clusters.filter(({ controlPlane }) =>
    world.instances.some(({ name, state }) => name === controlPlane && state === 'running'),
  );
  const names = new Set(seen.map(({ element }) => element));
  const isRunning = (instance: string) =>
    world.instances.some(({ name, state }) => name === instance && state === 'running');
  return {
    ...world,
    guests: Object.fromEntries(Object.entries(world.guests).filter(([name]) => isRunning(name))),
    clusters: Object.fromEntries(
      Object.entries(world.clusters).filter(([name]) => names.has(name)),
    ),
  };
}

describe('planEnvironment', () => {
  test('whatever is found, the plan leads to what is wanted', () => {
    fc.assert(
      fc.property(anyDesired, anyWorld, (desired, found) => {
        const end = carryOutAll(found, planEnvironment(desired, visible(desired, found)));
        const second = carryOutAll(end, planEnvironment(desired, visible(desired, end)));
        expect(complaints(desired, second)).toEqual([]);
      }),
    );
  });

  test('stopping after any step and planning again leads to the same end', () => {
    fc.assert(
      fc.property(anyDesired, anyWorld, fc.nat(12), (desired, found, cut) => {
        const steps = planEnvironment(desired, visible(desired, found));
        const halfway = carryOutAll(found, steps.slice(0, cut));
        const again = carryOutAll(halfway, planEnvironment(desired, visible(desired, halfway)));
        const end = carryOutAll(again, planEnvironment(desired, visible(desired, again)));
        expect(complaints(desired, end)).toEqual([]);
      }),
    );
  });

  test('an environment that is as wanted needs no steps', () => {
    fc.assert(
      fc.property(anyDesired, (desired) => {
        const nothing = { bridges: [], egress: false, instances: [], clusters: {}, guests: {} };
        const made = carryOutAll(nothing, planEnvironment(desired, nothing));
        expect(planEnvironment(desired, visible(desired, made))).toEqual([]);
      }),
    );
  });

  test('every step comes after the ones that it needs, and has an id of its own', () => {
    fc.assert(
      fc.property(anyDesired, anyWorld, (desired, found) => {
        const seen = new Set<string>();
        for (const step of planEnvironment(desired, visible(desired, found))) {
          expect(step.needs.filter((id) => !seen.has(id))).toEqual([]);
          expect(seen.has(step.id)).toBe(false);
          seen.add(step.id);
        }
      }),
    );
  });

  test('a machine that holds work is never removed while it is wanted as it is', () => {
    fc.assert(
      fc.property(anyDesired, anyWorld, (desired, found) => {
        const removed = planEnvironment(desired, visible(desired, found)).flatMap(({ action }) =>
          action.type === 'remove-instance' ? [action.instance] : [],
        );
        for (const name of removed) {
          const wanted = desired.instances.find((instance) => instance.name === name);
          const instance = found.instances.find((candidate) => candidate.name === name);
          if (!wanted || !instance || desired.wanted === 'absent') continue;
          const holdsWork = instance.everStarted && instance.state !== 'error';
          const isSameImage = wanted.config[labels.image] === instance.config[labels.image];
          const disk = 'environment.LABCAST_VM_DISK_MIB';
          const isSmaller = Number(wanted.config[disk]) < Number(instance.config[disk]);
          const isSameMaking = [labels.origin, labels.reset].every(
            (label) =>
              wanted.config[label] === undefined || wanted.config[label] === instance.config[label],
          );
          expect(holdsWork && isSameImage && isSameMaking && !isSmaller).toBe(false);
        }
      }),
    );
  });

  test('what is wished of one element touches no other', () => {
    fc.assert(
      fc.property(
        anyDesired,
        fc.constantFrom('web', 'db', 'cluster'),
        fc.constantFrom('stop' as const, 'restart' as const),
        (desired, element, action) => {
          const nothing = { bridges: [], egress: false, instances: [], clusters: {}, guests: {} };
          const made = carryOutAll(nothing, planEnvironment(desired, nothing));
          const wished = applyWishes(desired, wish({}, [element], action));
          const steps = planEnvironment(wished, visible(wished, made));
          const dependent = desired.apps.filter((app) => app.cluster === element);
          const concerned = [element, ...dependent.map((app) => app.element)];
          for (const step of steps) expect(concerned).toContain(step.element);
        },
      ),
    );
  });

  test('a restart is carried out once, and by a restart alone', () => {
    const desired = resolveEnvironment(
      identity('running', { web: { restarts: 1 } }),
      readExample('version: 1\nelements:\n  web: { kind: container, image: debian-12 }\n'),
      testHost,
    );
    const before = resolveEnvironment(
      identity('running'),
      readExample('version: 1\nelements:\n  web: { kind: container, image: debian-12 }\n'),
      testHost,
    );
    const nothing = { bridges: [], egress: false, instances: [], clusters: {}, guests: {} };
    const made = carryOutAll(nothing, planEnvironment(before, nothing));
    const steps = planEnvironment(desired, made);
    expect(steps).toMatchObject([{ action: { type: 'update-instance', then: 'restart' } }]);
    expect(planEnvironment(desired, carryOutAll(made, steps))).toEqual([]);
  });

  test('workers join a control plane made anew, wherever the making is cut', () => {
    fc.assert(
      fc.property(anyDesired, fc.nat(6), fc.nat(6), (desired, first, second) => {
        const nothing = { bridges: [], egress: false, instances: [], clusters: {}, guests: {} };
        const made = carryOutAll(nothing, planEnvironment(desired, nothing));
        const lost = new Set(desired.clusters.map(({ controlPlane }) => controlPlane));
        let world: ObservedEnvironment = {
          ...made,
          instances: made.instances.filter(({ name }) => !lost.has(name)),
          clusters: {},
          guests: {},
        };
        for (const cut of [first, second, Infinity, Infinity])
          world = carryOutAll(
            world,
            planEnvironment(desired, visible(desired, world)).slice(0, cut),
          );
        expect(complaints(desired, world)).toEqual([]);
      }),
    );
  });
});
