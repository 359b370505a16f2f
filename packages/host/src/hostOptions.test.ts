import { expect, test } from 'vitest';
import { parseHostOptions } from './hostOptions.ts';

test('without any variable the helper is that of an installed host', () => {
  expect(parseHostOptions({})).toMatchObject({
    socketPath: '/run/labcast/host.sock',
    socketGroup: 'labcast',
    stateDirectory: '/var/lib/labcast/host',
    uplinkBridge: 'lcup',
    uplinkSubnet: { cidr: '10.99.0.0/16' },
    bridgePrefix: 'lc-',
    firewallTable: 'labcast',
    egressAllow: [],
    egressInterfaces: undefined,
    nameServers: undefined,
    checkIntervalMs: 5000,
  });
});

test('lists are separated by spaces or commas, single addresses are networks of one', () => {
  expect(
    parseHostOptions({
      LABCAST_EGRESS_ALLOW: '10.20.0.0/16, 10.30.0.5',
      LABCAST_NAME_SERVERS: '9.9.9.9 1.1.1.1',
      LABCAST_EGRESS_INTERFACES: 'eth0,br0',
    }),
  ).toMatchObject({
    egressAllow: ['10.20.0.0/16', '10.30.0.5/32'],
    nameServers: ['9.9.9.9', '1.1.1.1'],
    egressInterfaces: ['eth0', 'br0'],
  });
});

test('an empty variable is as one that is not set', () => {
  expect(parseHostOptions({ LABCAST_UPLINK_SUBNET: '', LABCAST_NAME_SERVERS: ' ' })).toEqual(
    parseHostOptions({}),
  );
});

test.each([
  ['LABCAST_UPLINK_SUBNET', '10.99.0.0/33'],
  ['LABCAST_UPLINK_SUBNET', '10.99.0.0/30'],
  ['LABCAST_UPLINK_BRIDGE', 'lc-up'],
  ['LABCAST_UPLINK_BRIDGE', 'a b'],
  ['LABCAST_BRIDGE_PREFIX', 'lc*'],
  ['LABCAST_FIREWALL_TABLE', 'x; flush ruleset'],
  ['LABCAST_EGRESS_ALLOW', '10.20.0.0/16; 1.1.1.1'],
  ['LABCAST_EGRESS_INTERFACES', 'eth*'],
  ['LABCAST_NAME_SERVERS', 'dns.school.example'],
  ['LABCAST_RUN_DIR', 'run'],
  ['LABCAST_HOST_CHECK_SECONDS', 'often'],
])('%s=%s is refused, by its name', (name, value) => {
  expect(() => parseHostOptions({ [name]: value })).toThrow(name);
});
