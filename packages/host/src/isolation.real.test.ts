import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestHost, type TestHost } from './testing/testHost.ts';
import { addLab, addWorld, world, type TestLab } from './testing/testLabs.ts';

let host: TestHost;
let attacker: TestLab;
let victim: TestLab;
let internet: string;

interface AttackResult {
  readonly sent: number;
  /** Source MAC, ethertype and address that the frame is about, of every different frame that came back. */
  readonly answers: readonly (readonly [mac: string, ethertype: string, address: string])[];
}

beforeAll(async () => {
  host = await createTestHost();
  internet = await addWorld(host);
  // The checks would put the table back in the middle of the counter-proof.
  await host.startHelper({
    LABCAST_NAME_SERVERS: world.nameServer,
    LABCAST_HOST_CHECK_SECONDS: '3600',
  });
  attacker = await addLab(host, 'b', 3);
  victim = await addLab(host, 'a', 2);
  for (const lab of [attacker, victim]) await host.client.setEgress(lab.uplinkAddress, true);
  // Counts what passed the table, at a later priority. Lab bridges and the uplink apart from each other.
  await host.run(
    'nft',
    `table inet witness {
       counter lab_to_host { }; counter uplink_to_host { }; counter through { }; counter host_to_lab { };
       chain in { type filter hook input priority 100; policy accept;
         iifname "lc-*" counter name lab_to_host; iifname "lcup" counter name uplink_to_host; };
       chain through { type filter hook forward priority 100; policy accept;
         iifname "lc*" oifname != "wan" counter name through; oifname "lc*" ct state new counter name through; };
       chain out { type filter hook output priority 100; policy accept;
         icmp type { destination-unreachable, time-exceeded } return; oifname "lc*" counter name host_to_lab; };
     }`,
  );
});

afterAll(() => host.remove());

interface Witnessed {
  readonly lab_to_host: number;
  readonly uplink_to_host: number;
  readonly through: number;
  readonly host_to_lab: number;
}

const nothing: Witnessed = { lab_to_host: 0, uplink_to_host: 0, through: 0, host_to_lab: 0 };

/** Packets that passed the firewall table since the test began. */
async function witnessed(): Promise<Witnessed> {
  const text = await host.run('nft', 'list', 'counters', 'table', 'inet', 'witness');
  const counters = [...text.matchAll(/counter (\w+) \{\s*packets (\d+)/g)];
  return Object.fromEntries(counters.map(([, name, n]) => [name, Number(n)])) as Record<
    keyof Witnessed,
    number
  >;
}

/** Frames received at all three places of a lab where something from outside could arrive. */
async function receivedBy(lab: TestLab): Promise<number> {
  const counts = await Promise.all([
    host.namespaces.received(lab.machine, 'eth0'),
    host.namespaces.received(lab.gateway, 'eth0'),
    host.namespaces.received(lab.gateway, 'eth1'),
  ]);
  return counts.reduce((sum, count) => sum + count);
}

async function attackFrom(
  namespace: string,
  device: string,
  bridge: string,
): Promise<AttackResult> {
  const bridgeMac = (await host.run('cat', `/sys/class/net/${bridge}/address`)).trim();
  const plan = {
    targets: [
      ...world.hostAddresses,
      ...world.neighbour,
      victim.uplinkAddress,
      world.gatewayAddress,
      world.machineAddress,
    ],
    sources: [
      device === 'eth0' && namespace === attacker.gateway ? attacker.uplinkAddress : '10.10.0.66',
      victim.uplinkAddress,
      world.machineAddress,
      '10.99.0.1',
      '192.0.2.1',
      '0.0.0.0',
      '203.0.113.99',
    ],
    ports: [22, 53, 67, 80],
    targetMacs: [bridgeMac, victim.uplinkMac, world.machineMac, world.gatewayMac],
    sourceMacs: ['02:4c:66:66:66:66', victim.uplinkMac, world.machineMac],
  };
  const result = await host.namespaces.probe(namespace, 'attack', device, JSON.stringify(plan));
  return JSON.parse(result) as AttackResult;
}

describe('with the firewall in place', () => {
  test('frames do reach the other machines of the same lab', async () => {
    const before = await host.namespaces.received(attacker.gateway, 'eth1');
    const { sent } = await attackFrom(attacker.machine, 'eth0', attacker.bridge);
    expect(await host.namespaces.received(attacker.gateway, 'eth1')).toBeGreaterThan(before);
    expect(sent).toBeGreaterThan(1000);
  });

  test('nothing that a lab machine sends reaches the other lab or any address of the host', async () => {
    const before = await receivedBy(victim);
    const { answers } = await attackFrom(attacker.machine, 'eth0', attacker.bridge);
    expect(await receivedBy(victim)).toBe(before);
    expect(await witnessed()).toEqual(nothing);
    // Only its own gateway answers.
    expect([...new Set(answers.map(([mac]) => mac))]).toEqual([world.gatewayMac]);
  });

  test('nothing that a gateway sends reaches the other lab, its gateway or any address of the host', async () => {
    const before = await receivedBy(victim);
    const { answers } = await attackFrom(attacker.gateway, 'eth0', 'lcup');
    expect(await receivedBy(victim)).toBe(before);
    expect(await witnessed()).toEqual(nothing);
    // The host says where its uplink address is, as a gateway needs it to, and nothing else.
    expect(answers).toEqual([['02:4c:0a:63:00:01', '0806', '10.99.0.1']]);
  });

  test('no service of the host, its neighbours or another lab answers a machine', async () => {
    const targets = [...world.hostAddresses, ...world.neighbour, victim.uplinkAddress];
    const answers = await Promise.all(
      targets
        .filter((address) => address !== '127.0.0.1')
        .flatMap((target) => [
          ...['53', '67', '80'].map((port) =>
            host.namespaces.probe(attacker.machine, 'udp', target, port),
          ),
          host.namespaces.probe(attacker.machine, 'tcp', target, '53'),
        ]),
    );
    expect(new Set(answers)).toEqual(new Set(['silent']));
    expect(await witnessed()).toEqual(nothing);
  });

  test('the host opens no connection to a gateway, and nothing behind the host does', async () => {
    await host.namespaces.serve(victim.gateway, 80);
    const target = victim.uplinkAddress;
    const neighbour = host.namespace.replace(/host$/, 'neighbour');
    await host.namespaces.run(
      internet,
      'ip',
      'route',
      'add',
      '10.99.0.0/16',
      'via',
      '198.51.100.2',
    );
    // The attacks above lied to the host about who is where, which Incus's filters on the gateways' ports prevent.
    await host.run('ip', 'neighbour', 'flush', 'dev', 'lcup');
    const before = await receivedBy(victim);
    for (const source of [host.namespace, neighbour, internet]) {
      for (const kind of ['tcp', 'udp']) {
        expect(await host.namespaces.probe(source, kind, target, '80')).toBe('silent');
      }
    }
    expect(await receivedBy(victim)).toBe(before);
  });

  test('frames inside a lab pass no connection tracking of the host', async () => {
    for (const family of ['iptables', 'ip6tables', 'arptables']) {
      const file = `/proc/sys/net/bridge/bridge-nf-call-${family}`;
      expect((await host.run('cat', file)).trim()).toBe('0');
    }
  });
});

describe('without the firewall (the counter-proof)', () => {
  beforeAll(() => host.run('nft', 'delete', 'table', 'inet', 'labcast'));

  test('the status says so', async () => {
    expect((await host.client.getStatus()).firewallInPlace).toBe(false);
  });

  test('the same frames of a gateway reach the host', async () => {
    await attackFrom(attacker.gateway, 'eth0', 'lcup');
    expect((await witnessed()).uplink_to_host).toBeGreaterThan(100);
  });

  test('a lab machine still reaches the host by nothing but broadcasts from no address', async () => {
    const before = await witnessed();
    const { answers } = await attackFrom(attacker.machine, 'eth0', attacker.bridge);
    // The broadcast and one multicast from 0.0.0.0, by each of the three sender MACs: no route is asked for those.
    expect((await witnessed()).lab_to_host - before.lab_to_host).toBe(6);
    expect([...new Set(answers.map(([mac]) => mac))]).toEqual([world.gatewayMac]);
  });
});
