import type { TestHost } from './testHost.ts';

/** Addresses of the test's world. Labs have the same ones in every copy, MACs included. */
export const world = {
  server: '203.0.113.10',
  nameServer: '10.255.0.53',
  schoolServer: '10.200.0.5',
  closedServer: '10.200.0.6',
  /** A container of somebody else on the host, by its private and its public address. */
  neighbour: ['10.44.0.10', '192.0.2.10'],
  hostAddresses: ['10.99.0.1', '198.51.100.2', '10.44.0.1', '192.0.2.1', '127.0.0.1'],
  gatewayMac: '02:4c:0a:0a:00:01',
  machineMac: '02:4c:0a:0a:00:0b',
  gatewayAddress: '10.10.0.1',
  machineAddress: '10.10.0.11',
} as const;

export interface TestLab {
  readonly bridge: string;
  readonly uplinkAddress: string;
  readonly uplinkMac: string;
  /** Namespaces. */
  readonly gateway: string;
  readonly machine: string;
}

/** Gives the host an internet, a container of somebody else's, and a table that accepts what Incus's accepts. */
export async function addWorld(host: TestHost): Promise<string> {
  const { namespaces, namespace } = host;
  const internet = await namespaces.add('internet');
  await namespaces.connect(
    { namespace, device: 'wan', addresses: ['198.51.100.2/30'] },
    { namespace: internet, device: 'eth0', addresses: ['198.51.100.1/30'] },
  );
  await host.run('ip', 'route', 'add', 'default', 'via', '198.51.100.1');
  for (const address of [world.server, world.nameServer, world.schoolServer, world.closedServer]) {
    await namespaces.run(internet, 'ip', 'address', 'add', address, 'dev', 'lo');
  }
  await namespaces.serve(internet, 53, 80);

  const neighbour = await namespaces.add('neighbour');
  await host.run('ip', 'link', 'add', 'otherbr', 'up', 'type', 'bridge');
  await host.run('ip', 'address', 'add', '10.44.0.1/24', 'dev', 'otherbr');
  await host.run('ip', 'address', 'add', '192.0.2.1/24', 'dev', 'otherbr');
  await namespaces.connect(
    { namespace, device: 'other0', bridge: 'otherbr' },
    {
      namespace: neighbour,
      device: 'eth0',
      addresses: world.neighbour.map((address) => `${address}/24`),
    },
  );
  await namespaces.run(neighbour, 'ip', 'route', 'add', 'default', 'via', '10.44.0.1');
  await namespaces.serve(neighbour, 53, 80);
  await namespaces.serve(namespace, 53, 67, 80);
  await host.run(
    'nft',
    `table inet incus { chain in { type filter hook input priority 0; policy accept; udp dport { 53, 67 } accept; tcp dport 53 accept; }; }`,
  );
  return internet;
}

/** A lab with one machine behind a gateway that routes and translates, as the real one does. */
export async function addLab(host: TestHost, letter: string, index: number): Promise<TestLab> {
  const { namespaces, namespace, client } = host;
  const bridge = `lc-${letter.repeat(7)}-0`;
  await client.ensureBridge(bridge);
  const gateway = await namespaces.add(`${letter}-gateway`);
  const machine = await namespaces.add(`${letter}-machine`);
  const uplinkAddress = `10.99.0.${index}`;
  const uplinkMac = `02:4c:0a:63:00:${index.toString(16).padStart(2, '0')}`;
  await namespaces.connect(
    { namespace, device: `${letter}-up`, bridge: 'lcup', isolated: true },
    { namespace: gateway, device: 'eth0', mac: uplinkMac, addresses: [`${uplinkAddress}/16`] },
  );
  await namespaces.connect(
    { namespace, device: `${letter}-gw`, bridge },
    {
      namespace: gateway,
      device: 'eth1',
      mac: world.gatewayMac,
      addresses: [`${world.gatewayAddress}/24`],
    },
  );
  await namespaces.connect(
    { namespace, device: `${letter}-m`, bridge },
    {
      namespace: machine,
      device: 'eth0',
      mac: world.machineMac,
      addresses: [`${world.machineAddress}/24`],
    },
  );
  await namespaces.run(gateway, 'ip', 'route', 'add', 'default', 'via', '10.99.0.1');
  await namespaces.run(gateway, 'sh', '-c', 'echo 1 >/proc/sys/net/ipv4/ip_forward');
  await namespaces.run(
    gateway,
    'nft',
    'table ip nat { chain out { type nat hook postrouting priority 100; oifname "eth0" masquerade; }; }',
  );
  await namespaces.run(machine, 'ip', 'route', 'add', 'default', 'via', world.gatewayAddress);
  return { bridge, uplinkAddress, uplinkMac, gateway, machine };
}
