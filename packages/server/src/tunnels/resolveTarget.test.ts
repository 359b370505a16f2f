import { parseEnvironmentKey, initialStatus } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import { expect, test } from 'vitest';
import { parseLab } from '../labs.ts';
import { sampleLab } from '../testing/sampleLab.ts';
import { resolveTarget } from './resolveTarget.ts';

const environment = {
  key: parseEnvironmentKey('abcdefg'),
  assignmentName: 'web',
  name: 'dev',
  wanted: 'running',
  status: initialStatus,
} as Environment;
const lab = parseLab(sampleLab);

test.each([
  ['web', { instance: 'abcdefg-web', address: '10.10.0.10' }],
  ['cluster', { instance: 'abcdefg-cluster', address: '10.10.0.11' }],
  ['cluster-2', { instance: 'abcdefg-cluster-2', address: '10.10.0.12' }],
  ['shop', { address: '10.10.0.11' }],
  ['gateway', { instance: 'abcdefg-gateway' }],
])('%s is found', (name, target) => {
  expect(resolveTarget(environment, lab, name)).toEqual(target);
});

test('a virtual machine is its guest, not the container around it', () => {
  const withVm = parseLab('version: 1\nelements: { vm: { kind: vm, image: debian-vm } }');
  expect(resolveTarget(environment, withVm, 'vm')).toEqual({
    instance: 'abcdefg-vm',
    address: '10.10.0.10',
    prefix: ['labcast-vm', 'exec', '--seconds', '3600', '--'],
  });
});

test.each([
  'nothing',
  'cluster-1',
  'cluster-3',
  'cluster-02',
  'web-2',
  'abcdefg-web',
  '',
  '../web',
  'constructor',
])('%s is no element, and the answer names those that are', (name) => {
  expect(() => resolveTarget(environment, lab, name)).toThrow(
    expect.objectContaining({
      code: 'element-not-found',
      remedy: 'It has web, cluster, shop.',
    }) as Error,
  );
});

test.each(['stopped', 'absent'] as const)(
  'nothing of a lab that is wanted %s is reached',
  (wanted) => {
    expect(() => resolveTarget({ ...environment, wanted }, lab, 'web')).toThrow(
      expect.objectContaining({ code: 'element-not-running' }) as Error,
    );
  },
);
