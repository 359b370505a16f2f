import { expect, test } from 'vitest';
import { parseRoutes } from './routes.ts';

/** Recorded from `ip -j -4 route show table all` (iproute2 6.1) on hosts of these kinds. */
const ordinary = [
  { dst: 'default', gateway: '192.0.2.1', dev: 'eth0', flags: [] },
  { dst: '192.0.2.0/24', dev: 'eth0', protocol: 'kernel', scope: 'link', prefsrc: '192.0.2.2' },
  { dst: '172.17.0.0/16', dev: 'docker0', protocol: 'kernel', scope: 'link', flags: ['linkdown'] },
  { dst: '10.20.0.0/16', gateway: '192.0.2.9', dev: 'eth0', flags: [] },
  { type: 'local', dst: '127.0.0.0/8', dev: 'lo', table: 'local', scope: 'host' },
  { type: 'local', dst: '192.0.2.2', dev: 'eth0', table: 'local', scope: 'host' },
  { type: 'broadcast', dst: '192.0.2.255', dev: 'eth0', table: 'local', scope: 'link' },
];

const parse = (routes: readonly object[]) => parseRoutes(JSON.stringify(routes));

test('an ordinary host goes out by its default route, and is in the networks that it needs no router for', () => {
  const routes = parse(ordinary);
  expect(routes.outsideInterfaces).toEqual(['eth0']);
  expect(routes.networks.map(({ subnet, device }) => `${subnet.cidr} ${device}`)).toEqual([
    '192.0.2.0/24 eth0',
    '172.17.0.0/16 docker0',
  ]);
  expect(routes.addresses).toContain('192.0.2.2');
});

test('default routes of every table, of several hops and in halves lead outside', () => {
  const { outsideInterfaces } = parse([
    ...ordinary,
    { dst: 'default', dev: 'wg0', table: '51820', scope: 'link' },
    { dst: '0.0.0.0/1', gateway: '10.8.0.1', dev: 'tun0' },
    { dst: '128.0.0.0/1', gateway: '10.8.0.1', dev: 'tun0' },
    { dst: 'default', nexthops: [{ gateway: '1.1.1.1', dev: 'ppp0' }, { dev: 'ppp1' }] },
  ]);
  expect(outsideInterfaces).toEqual(['eth0', 'wg0', 'tun0', 'ppp0', 'ppp1']);
});

test('a default route that refuses everything leads nowhere', () => {
  expect(parse([{ type: 'unreachable', dst: 'default', dev: 'lo' }]).outsideInterfaces).toEqual([]);
});

test('an interface whose name nftables would read as its own syntax is left out', () => {
  expect(
    parse([
      { dst: 'default', dev: 'eth*' },
      { dst: 'default', dev: 'a"b' },
    ]),
  ).toMatchObject({
    outsideInterfaces: [],
  });
});

test('a router that is reached by a route of its own counts as a network of the host', () => {
  const { networks } = parse([{ dst: '203.0.113.1', dev: 'eth0', scope: 'link' }]);
  expect(networks.map(({ subnet }) => subnet.cidr)).toEqual(['203.0.113.1/32']);
});
