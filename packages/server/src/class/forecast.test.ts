import { defaultOvercommit } from '@labcast/domain';
import type { HostObservation } from '@labcast/domain';
import type { AssignmentId, Environment, ReleaseDisks } from '@labcast/store';
import { expect, test } from 'vitest';
import { forecastOf } from './forecast.ts';

const GiB = 1024 ** 3;
const assignment = { id: 'firewall' as AssignmentId };
const web = '  web: { kind: container, image: debian-12, memory: 256MiB, storage: 2GiB }';
const desk = '  desk: { kind: container, image: debian-12, memory: 1GiB, storage: 2GiB }';
const lab = (...elements: string[]) => `version: 1\nelements:\n${elements.join('\n')}\n`;
const release = { blueprint: lab(web, desk), usage: [] } as Partial<ReleaseDisks> as ReleaseDisks;
const labs = Array.from({ length: 30 }, (_, number) => {
  const of = {
    assignmentId: assignment.id,
    assignmentName: 'firewall',
    wanted: 'running',
  } as const;
  return {
    ...of,
    name: String(number),
    blueprint: lab(web),
  } as Partial<Environment> as Environment;
});
const host: HostObservation = {
  cpus: 2,
  memoryTotalBytes: 24 * GiB,
  memoryAvailableBytes: 20 * GiB,
  poolTotalBytes: 100 * GiB,
  poolUsedBytes: 10 * GiB,
  uplinkSubnet: '10.99.0.0/16',
  nameServers: [],
  images: [],
};
const settings = { overcommit: defaultOvercommit } as Parameters<typeof forecastOf>[0]['settings'];
const subject = { assignment, release, copies: 0, changed: labs, environments: labs, settings };

test('an update takes what is new in the release, and no address', () => {
  const { class: all, fits } = forecastOf({ ...subject, remade: new Set(['desk']), host });
  expect(fits).toBe(true);
  expect(all).toMatchObject({ copies: 30, instances: 30, memoryBytes: 30 * GiB, addresses: 0 });
  // One machine and what an environment costs, on two cores.
  expect(all.seconds).toBeCloseTo((30 * 1.3) / 2);
});

test('an update whose new machines do not fit is refused with the numbers', () => {
  const small = { ...host, memoryTotalBytes: 8 * GiB };
  const { fits, problems } = forecastOf({ ...subject, host: small });
  expect(fits).toBe(false);
  expect(problems[0]?.message).toContain('30 students need 30 GiB of memory');
});

test('an update that makes nothing larger fits on a host that is full', () => {
  const same = { ...release, blueprint: lab(web.replace('2GiB', '1GiB')) };
  const full = { ...host, memoryTotalBytes: GiB, memoryAvailableBytes: 0 };
  expect(forecastOf({ ...subject, release: same, host: full }).fits).toBe(true);
});
