import { describe, expect, test } from 'vitest';
import type { DesiredInstance, InstanceRole } from '../environment/desired.ts';
import { labels } from '../environment/names.ts';
import type { ObservedInstance } from '../environment/observed.ts';
import { instanceDrift } from './instanceDrift.ts';

const config = {
  [labels.image]: 'debian-12',
  'limits.memory': '1024',
  'security.nesting': 'true',
  'environment.LABCAST_ADDRESSES': 'eth0,10.10.0.10/24,10.10.0.1',
};
const devices = {
  root: { type: 'disk', path: '/', size: '4096' },
  eth0: { type: 'nic', hwaddr: '02:4c:0a:0a:00:0a' },
  kubernetes: { type: 'disk', source: '/opt/new', path: '/opt/labcast/kubernetes' },
};

function desired(role: InstanceRole = 'machine'): DesiredInstance {
  const mark = role === 'gateway' && { [labels.applied]: 'these networks' };
  const common = {
    name: 'k3abcde-web',
    element: 'web',
    image: 'labcast/debian-12',
    addresses: [],
    bridges: [],
  };
  return { ...common, role, config: { ...config, ...mark }, devices };
}

function drift(change: Partial<ObservedInstance>, wanted = desired()) {
  return instanceDrift(wanted, {
    name: wanted.name,
    state: 'running',
    config: wanted.config,
    devices: wanted.devices,
    everStarted: true,
    ...change,
  });
}

describe('instanceDrift', () => {
  test('what is as wanted has none, whatever else Incus keeps with it', () => {
    expect(drift({ config: { ...config, 'volatile.uuid': 'x' } })).toEqual({ kind: 'none' });
  });

  test('another image needs another instance', () => {
    expect(drift({ config: { ...config, [labels.image]: 'alpine' } })).toMatchObject({
      kind: 'replace',
    });
  });

  test('a reset alone is told from any other reason for another instance', () => {
    const wanted = { ...desired(), config: { ...config, [labels.reset]: 'again' } };
    expect(drift({ config }, wanted)).toEqual({ kind: 'replace', isReset: true });
    const others = { ...config, [labels.image]: 'alpine' };
    expect(drift({ config: others }, wanted)).toEqual({ kind: 'replace', isReset: false });
  });

  test('a smaller disk needs another instance, a larger one does not', () => {
    const sized = (size: string) => ({ devices: { ...devices, root: { ...devices.root, size } } });
    expect(drift(sized('8192'))).toMatchObject({ kind: 'replace' });
    expect(drift(sized('2048')).kind).toBe('update');
  });

  test('what a disk was given to be written on at all is no difference', () => {
    const withRoom = (room: string, size: string) => ({
      config: { ...config, [labels.room]: room },
      devices: { ...devices, root: { ...devices.root, size } },
    });
    expect(drift(withRoom('100', '4196'))).toEqual({ kind: 'none' });
    expect(drift(withRoom('100', '4096'))).toEqual({ kind: 'none' });
    expect(drift(withRoom('100', '4296'))).toMatchObject({ kind: 'replace' });
    expect(drift(withRoom('100', '2048')).kind).toBe('update');
  });

  test("a virtual machine is made anew for a smaller disk of its guest's, not for less memory", () => {
    const vm = desired('vm');
    const disk = (size: string) => ({ ...config, 'environment.LABCAST_VM_DISK_MIB': size });
    const wanted = { ...vm, config: disk('4096') };
    const larger = { ...devices, root: { ...devices.root, size: '8192' } };
    expect(drift({ config: disk('8192') }, wanted)).toMatchObject({ kind: 'replace' });
    expect(drift({ config: disk('2048') }, wanted)).toMatchObject({ then: 'restart' });
    expect(drift({ devices: larger }, wanted)).toMatchObject({ kind: 'update', then: 'nothing' });
  });

  test('limits and disk sizes change while it runs', () => {
    const found = { ...devices, root: { ...devices.root, size: '1' } };
    expect(drift({ config: { ...config, 'limits.memory': '1' }, devices: found })).toEqual({
      kind: 'update',
      config: { 'limits.memory': '1024' },
      devices: { root: devices.root },
      then: 'nothing',
    });
  });

  test('a share of time that is not wanted any more is forgotten', () => {
    expect(drift({ config: { ...config, 'limits.cpu.allowance': '50ms/100ms' } })).toMatchObject({
      config: { 'limits.cpu.allowance': '' },
      then: 'nothing',
    });
  });

  test.each(['environment.LABCAST_ADDRESSES', 'security.nesting'])(
    'a machine with another %s is restarted',
    (key) => {
      expect(drift({ config: { ...config, [key]: 'x' } })).toMatchObject({ then: 'restart' });
    },
  );

  test('a device that is too many goes, one that lacks comes back', () => {
    const { eth0, ...others } = devices;
    expect(drift({ devices: { ...others, eth5: { type: 'nic' } } })).toMatchObject({
      devices: { eth0, eth5: {} },
      then: 'restart',
    });
  });

  test('a Kubernetes folder of an earlier version is kept, a missing one put back', () => {
    const { kubernetes, ...others } = devices;
    const earlier = { ...kubernetes, source: '/opt/old' };
    expect(drift({ devices: { ...others, kubernetes: earlier } })).toEqual({ kind: 'none' });
    expect(drift({ devices: others })).toMatchObject({ devices: { kubernetes } });
  });

  describe('of a gateway', () => {
    const gateway = desired('gateway');

    test('networks are told without a restart, and marked when it took them', () => {
      const found = { ...gateway.config, 'environment.LABCAST_ADDRESSES': 'x' };
      expect(drift({ config: found }, gateway)).toMatchObject({
        config: { [labels.applied]: 'these networks' },
        then: 'apply-gateway',
      });
      const { eth0, ...others } = devices;
      expect(drift({ devices: others }, gateway)).toMatchObject({
        config: { [labels.applied]: 'these networks' },
        devices: { eth0 },
        then: 'apply-gateway',
      });
    });

    test('one that was changed and not told is told', () => {
      expect(drift({ config }, gateway)).toEqual({
        kind: 'update',
        config: { [labels.applied]: 'these networks' },
        devices: {},
        then: 'apply-gateway',
      });
    });

    test('limits are no reason to tell it anything', () => {
      const found = { ...gateway.config, 'limits.memory': '1' };
      expect(drift({ config: found }, gateway)).toMatchObject({
        config: { 'limits.memory': '1024' },
        then: 'nothing',
      });
    });
  });
});
