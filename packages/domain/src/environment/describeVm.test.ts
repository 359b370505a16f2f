import { describe, expect, test } from 'vitest';
import { identity, testHost } from '../testing/arbitraryEnvironment.ts';
import { readExample } from '../testing/readExample.ts';
import { planEnvironment } from '../plan/planEnvironment.ts';
import { resolveEnvironment } from '../plan/resolveEnvironment.ts';
import { describeStatus } from './describeStatus.ts';
import type { Progress } from './describeStatus.ts';
import type { ObservedEnvironment, ObservedGuest } from './observed.ts';

const GiB = 1024 ** 3;
const blueprint = readExample(`version: 1
elements:
  vm: { kind: vm, image: debian-vm, cpu: 1.5, memory: 1GiB, storage: 6GiB, firmware: uefi }
  own: { kind: vm, image: upload/router, storage: 4GiB }
`);
const running = resolveEnvironment(identity('running'), blueprint, testHost);
const [, vm, own] = running.instances;
const up: ObservedGuest = {
  power: 'on',
  agentAnswers: true,
  upSeconds: 40,
  acceleration: 'software',
};

function observed(guests: ObservedEnvironment['guests']): ObservedEnvironment {
  return {
    bridges: running.networks.map(({ bridge }) => bridge),
    egress: true,
    instances: running.instances.map(({ name, config, devices }) => ({
      name,
      config,
      devices,
      state: 'running',
      everStarted: true,
    })),
    clusters: {},
    guests,
  };
}

const settled: Progress = { steps: [], attempts: 0, gaveUp: false, isSettled: true };

function statusOf(guest: ObservedGuest, progress = settled) {
  const { elements } = describeStatus(running, observed({ 'k3abcde-vm': guest }), progress, {
    conditions: [],
    now: '2026-01-02T00:00:00.000Z',
  });
  return elements.find(({ name }) => name === 'vm');
}

describe('a virtual machine', () => {
  test("is one container with its guest's sizes and what QEMU needs besides", () => {
    expect(vm).toMatchObject({
      role: 'vm',
      image: 'labcast/debian-vm',
      addresses: ['10.10.0.10'],
      config: {
        'limits.cpu': '2',
        'limits.memory': String(1.25 * GiB),
        'environment.LABCAST_VM_CPU': '2',
        'environment.LABCAST_VM_MEMORY_MIB': '1024',
        'environment.LABCAST_VM_DISK_MIB': '6144',
        'environment.LABCAST_VM_FIRMWARE': 'uefi',
      },
      devices: {
        root: { size: String(8 * GiB) },
        tun: { path: '/dev/net/tun' },
        kvm: { path: '/dev/kvm', required: 'false' },
        eth0: { hwaddr: '02:4c:0a:0a:00:0a' },
      },
    });
    expect(vm?.config).not.toHaveProperty(['environment.LABCAST_ADDRESSES']);
    expect(own).toMatchObject({ image: 'labcast/upload/router', guest: { hasAgent: false } });
  });

  test('is waited for until its guest is up, and not any more when that is off or silent', () => {
    const steps = (guest: ObservedGuest) =>
      planEnvironment(running, observed({ 'k3abcde-vm': guest, 'k3abcde-own': up })).map(
        ({ title }) => title,
      );
    expect(steps({ ...up, agentAnswers: false })).toEqual(['Boot the guest of vm']);
    expect(steps(up)).toEqual([]);
    expect(steps({ ...up, power: 'off', agentAnswers: false })).toEqual([]);
    expect(steps({ ...up, agentAnswers: false, upSeconds: 999 })).toEqual([]);
  });

  test('is ready when its guest is, and says when it is emulated in software', () => {
    expect(statusOf(up)).toMatchObject({
      kind: 'vm',
      state: 'ready',
      addresses: ['10.10.0.10'],
      acceleration: 'software',
    });
  });

  test('starts while its guest boots', () => {
    const step = { id: 'guest k3abcde-vm', title: 'Boot the guest of vm', element: 'vm' };
    const steps = [{ ...step, state: 'running' as const }];
    const booting = { ...up, agentAnswers: false };
    expect(statusOf(booting, { ...settled, isSettled: false, steps })).toMatchObject({
      state: 'starting',
      reason: 'Boot the guest of vm',
    });
  });

  test('that was switched off from inside is stopped, and says how to go on', () => {
    const status = statusOf({ ...up, power: 'off', agentAnswers: false });
    expect(status).toMatchObject({ state: 'stopped' });
    expect(status?.reason).toContain('Restart it');
    expect(status?.acceleration).toBeUndefined();
  });

  test('whose guest does not answer needs attention', () => {
    const status = statusOf({ ...up, agentAnswers: false, upSeconds: 999 });
    expect(status).toMatchObject({ state: 'attention' });
    expect(status?.reason).toContain('screen');
  });
});
