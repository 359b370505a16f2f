import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { labcastOk, run } from './support/labcast.ts';
import type { CommandResult } from './support/labcast.ts';
import { sniff } from './support/sniffer.ts';
import { destroyQuietly, instanceOf, viewOf } from './support/views.ts';
import { incus, incusExec } from './support/world.ts';

const marker = 'LABCAST-PROBE';
/** What `ping -p` takes: the first bytes of the marker. */
const markerHex = Buffer.from(marker).toString('hex');

const lab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: true }
  cell: { subnet: 10.20.0.0/24, internet: false }
elements:
  web: { kind: container, image: debian-12, memory: 128MiB, networks: [lan] }
  vault: { kind: container, image: debian-12, memory: 128MiB, networks: [cell] }
`;

const attacker = 'e2e-attacker';
const victim = 'e2e-victim';

/** A shell inside the attacker's machine, as root there. */
function attack(script: string, element = 'web'): Promise<CommandResult> {
  return labcastOk(['exec', attacker, element, '--', 'bash', '-c', `${script}\ntrue`]);
}

async function hostInterfaceOf(instance: string, device: string): Promise<string> {
  return (await incus(['config', 'get', instance, `volatile.${device}.host_name`])).trim();
}

function hostAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).filter(({ family }) => family === 'IPv4').map(({ address }) => address),
  );
}

describe('two copies of one lab, with the same subnets and addresses', () => {
  let victimInterfaces: string[];
  let victimGatewayAddress: string;
  let attackerGateway: string;

  beforeAll(async () => {
    await destroyQuietly(attacker, victim);
    const file = '-';
    for (const name of [attacker, victim])
      await labcastOk(['apply', '-f', file, '--name', name, '--yes'], { stdin: lab });
    const { key } = await viewOf(victim);
    const victimGateway = await instanceOf(victim, 'gateway');
    attackerGateway = await instanceOf(attacker, 'gateway');
    victimInterfaces = [
      `lc-${key}-0`,
      `lc-${key}-1`,
      await hostInterfaceOf(victimGateway, 'eth0'),
      await hostInterfaceOf(victimGateway, 'eth1'),
      await hostInterfaceOf(victimGateway, 'eth2'),
      await hostInterfaceOf(await instanceOf(victim, 'web'), 'eth0'),
    ];
    victimGatewayAddress = (
      await incus(['config', 'device', 'get', victimGateway, 'eth0', 'ipv4.address'])
    ).trim();
  });
  afterAll(() => destroyQuietly(attacker, victim));

  test('the sniffer sees what is really sent in its own lab', async () => {
    const own = await sniff(marker, [await hostInterfaceOf(attackerGateway, 'eth1')]);
    await attack(`echo ${marker} > /dev/udp/10.10.0.1/9; ping -c1 -W1 -p ${markerHex} 10.10.0.1`);
    expect(await own.count()).toBeGreaterThan(0);
  });

  test('nothing that is sent in one is seen in the other', async () => {
    const sniffer = await sniff(marker, victimInterfaces);
    await attack(`
      for address in 10.10.0.1 10.10.0.10 10.10.0.255 255.255.255.255 224.0.0.1 ${victimGatewayAddress}; do
        ping -b -c1 -W1 -p ${markerHex} $address
        echo ${marker} > /dev/udp/$address/53
        echo ${marker} > /dev/udp/$address/67
      done
      sysctl -qw net.ipv6.conf.eth0.disable_ipv6=0
      ping -6 -c1 -W1 -p ${markerHex} ff02::1%eth0
      ip link set eth0 down; ip link set eth0 address 02:4c:0a:0a:00:01; ip link set eth0 up
      ip route replace default via 10.10.0.1
      ping -c1 -W1 -p ${markerHex} ${victimGatewayAddress}
      ip address add ${victimGatewayAddress}/32 dev eth0
      ping -c1 -W1 -I ${victimGatewayAddress} -p ${markerHex} 10.99.0.1
    `);
    expect(await sniffer.count()).toBe(0);
  });

  test('not even a gateway reaches another gateway, whatever name it gives itself', async () => {
    const sniffer = await sniff(marker, victimInterfaces);
    const script = `
      busybox ping -c1 -W1 ${victimGatewayAddress}
      echo ${marker} | busybox nc -u -w1 ${victimGatewayAddress} 53
      busybox arping -c1 -w1 -I eth0 ${victimGatewayAddress}
      busybox ip address add ${victimGatewayAddress}/32 dev eth0
      echo ${marker} | busybox nc -u -w1 -s ${victimGatewayAddress} 10.99.0.1 53
      true`;
    const ping = await incusExec(attackerGateway, ['busybox', 'sh', '-c', script]);
    expect(ping.stdout).not.toMatch(/ 0% packet loss|bytes from/);
    expect(await sniffer.count()).toBe(0);
  });

  test('a gateway that claims the address of another is not believed by the host', async () => {
    const before = await run('ip', ['neighbour', 'show', victimGatewayAddress]);
    const script = `busybox arping -U -c2 -w2 -I eth0 -s ${victimGatewayAddress} ${victimGatewayAddress}
      busybox ip link set eth0 down; busybox ip link set eth0 address 02:4c:0a:63:ff:ff; busybox ip link set eth0 up
      busybox arping -U -c2 -w2 -I eth0 10.99.0.1; true`;
    await incusExec(attackerGateway, ['busybox', 'sh', '-c', script]);
    const after = await run('ip', ['neighbour', 'show', victimGatewayAddress]);
    const macOf = (text: string): string | undefined => /lladdr (\S+)/.exec(text)?.[1];
    expect(macOf(after.stdout) ?? macOf(before.stdout)).toBe(macOf(before.stdout));
    expect((await run('ip', ['neighbour', 'show', 'dev', 'lcup'])).stdout).not.toContain(
      '02:4c:0a:63:ff:ff',
    );
  });

  test('no address of the host answers, on any port tried', async () => {
    const received: string[] = [];
    const tcp = createServer((socket) => {
      received.push('tcp');
      socket.end();
    }).listen(0, '0.0.0.0');
    const udp = createSocket('udp4', () => received.push('udp')).bind(0, '0.0.0.0');
    await Promise.all([once(tcp, 'listening'), once(udp, 'listening')]);
    try {
      const tcpPort = (tcp.address() as AddressInfo).port;
      const udpPort = udp.address().port;
      const { stdout } = await attack(`
        for address in ${hostAddresses()
          .filter((address) => !address.startsWith('127.'))
          .join(' ')}; do
          for port in ${tcpPort} 22 53 8080 8443; do
            timeout 1 bash -c "echo > /dev/tcp/$address/$port" 2>/dev/null && echo reached $address $port
          done
          echo ${marker} > /dev/udp/$address/${udpPort}
          ping -c1 -W1 $address >/dev/null && echo reached $address by ping
        done`);
      expect(stdout).toBe('');
      expect(received).toEqual([]);
    } finally {
      tcp.close();
      udp.close();
    }
  });

  test('a network without internet lets no packet out, names included', async () => {
    const uplink = await sniff(marker, [await hostInterfaceOf(attackerGateway, 'eth0')]);
    const { stdout } = await attack(
      `for address in 203.0.113.1 198.51.100.7; do
         echo ${marker} > /dev/udp/$address/53
         ping -c1 -W1 -p ${markerHex} $address >/dev/null && echo reached $address
       done
       getent hosts ${marker}.example.org && echo resolved
       getent hosts vault >/dev/null || echo own name lost`,
      'vault',
    );
    expect(stdout).toBe('');
    expect(await uplink.count()).toBe(0);
  });

  test('names of the own lab resolve', async () => {
    const { stdout } = await labcastOk(['exec', victim, 'web', '--', 'getent', 'hosts', 'web']);
    expect(stdout).toContain('10.10.0.10');
  });
});
