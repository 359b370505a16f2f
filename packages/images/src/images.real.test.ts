import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createIncusClient } from '@labcast/incus';
import { incusSocketPath, removeProjectByForce } from '@labcast/incus/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureImage } from './ensureImage.ts';
import { debian12Recipe } from './recipes/debian-12/debian12Recipe.ts';
import { gatewayRecipe } from './recipes/gateway/gatewayRecipe.ts';

const unique = randomBytes(3).toString('hex');
const bridges = {
  uplink: `lx-imgu${unique}`,
  lan: `lx-imga${unique}`,
  dmz: `lx-imgb${unique}`,
};
const cacheDir = process.env.LABCAST_CACHE_DIR ?? '/var/cache/labcast';
const pool = process.env.LABCAST_STORAGE_POOL ?? 'labcast';
const endpoint = { socketPath: incusSocketPath };
const incus = createIncusClient({ endpoint, project: `test-images-${unique}` });

const networks = 'lan,eth1,10.10.0.1/24,internet;dmz,eth2,10.20.0.1/24,isolated';
const gatewaySettings = {
  LABCAST_UPLINK: '10.98.0.7/16,10.98.0.1',
  LABCAST_DNS: '10.98.0.1',
  LABCAST_NETWORKS: networks,
  LABCAST_HOSTS:
    'lan,web,10.10.0.10,02:4c:0a:0a:00:0a;lan,client,10.10.0.20,02:4c:0a:0a:00:14;lan,shop,10.10.0.10,;dmz,db,10.20.0.10,02:4c:0a:14:00:0a',
};

function nic(bridge: string, name: string, hwaddr?: string): Record<string, string> {
  return { type: 'nic', nictype: 'bridged', parent: bridge, name, ...(hwaddr && { hwaddr }) };
}

/** Started instance of one of our images; `environment` becomes that of its init. */
async function start(
  name: string,
  image: string,
  environment: Record<string, string>,
  nics: Record<string, Record<string, string>>,
): Promise<void> {
  const settings = Object.entries(environment).map(([key, value]) => [`environment.${key}`, value]);
  await incus.createInstance({
    name,
    image,
    config: {
      'security.idmap.isolated': 'true',
      'limits.memory': '256MiB',
      ...(Object.fromEntries(settings) as Record<string, string>),
    },
    devices: { root: { type: 'disk', path: '/', pool }, ...nics },
    start: true,
  });
}

/** Standard output and error of a shell command, whatever its exit code. */
async function shell(
  instance: string,
  command: string,
  environment: Record<string, string> = {},
): Promise<string> {
  const request = { command: ['sh', '-c', `{ ${command}\n} 2>&1`], environment };
  return (await incus.exec(instance, request)).stdout.toString();
}

/** The output once it matches: services come up while we ask. Throws with the last one after ten seconds. */
async function until(read: () => Promise<string>, pattern: RegExp): Promise<string> {
  let output = '';
  for (let attempt = 0; attempt < 50; attempt += 1) {
    output = await read();
    if (pattern.test(output)) return output;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Never matched ${String(pattern)}: ${output}`);
}

const ask = (instance: string, name: string, server: string): Promise<string> =>
  shell(instance, `timeout 5 nslookup ${name} ${server}`);

beforeAll(async () => {
  for (const bridge of Object.values(bridges)) {
    execFileSync('ip', ['link', 'add', bridge, 'type', 'bridge']);
    execFileSync('ip', ['link', 'set', bridge, 'up']);
  }
  await incus.ensureProject();
  await ensureImage(gatewayRecipe, { cacheDir, incus });
  await ensureImage(debian12Recipe, { cacheDir, incus });
  await start('gateway', 'labcast/gateway', gatewaySettings, {
    eth0: nic(bridges.uplink, 'eth0'),
    eth1: nic(bridges.lan, 'eth1'),
    eth2: nic(bridges.dmz, 'eth2'),
  });
  // Both are gateways without settings, which are closed: here they are only a shell with a network card.
  const plain = { LABCAST_UPLINK: '10.10.0.20/24,10.10.0.1' };
  await start('client', 'labcast/gateway', plain, {
    eth0: nic(bridges.lan, 'eth0', '02:4c:0a:0a:00:14'),
  });
  await start(
    'db',
    'labcast/gateway',
    { LABCAST_UPLINK: '10.20.0.10/24,10.20.0.1' },
    { eth0: nic(bridges.dmz, 'eth0', '02:4c:0a:14:00:0a') },
  );
  // The world outside: it knows one name and counts on nobody asking from the isolated network.
  await start('outside', 'labcast/gateway', {}, { eth0: nic(bridges.uplink, 'eth0') });
  const commands = [
    'ip addr add 10.98.0.1/16 dev eth0',
    'ip link set eth0 up',
    'dnsmasq --pid-file= --no-resolv --no-hosts --address=/outside.example/203.0.113.7 --user=dnsmasq --group=nogroup',
  ];
  for (const instance of ['client', 'db', 'outside']) {
    await until(() => shell(instance, 'ls /run/labcast'), /ready|error/);
    await shell(instance, 'nft flush ruleset');
  }
  await shell('outside', commands.join(' && '));
  await start(
    'abcdefg-web',
    'labcast/debian-12',
    { LABCAST_ENVIRONMENT: 'abcdefg', LABCAST_ADDRESSES: 'eth0,10.10.0.10/24,10.10.0.1' },
    { eth0: nic(bridges.lan, 'eth0', '02:4c:0a:0a:00:0a') },
  );
}, 600_000);

afterAll(async () => {
  await removeProjectByForce(incus);
  await incus.close();
  for (const bridge of Object.values(bridges)) {
    execFileSync('ip', ['link', 'delete', bridge]);
  }
});

test('an image that is in Incus already is neither built nor imported again', async () => {
  const before = await incus.listImages();
  const { outcome } = await ensureImage(gatewayRecipe, { cacheDir, incus });
  expect(outcome).toBe('present');
  expect((await incus.listImages()).map(({ fingerprint }) => fingerprint).sort()).toEqual(
    before.map(({ fingerprint }) => fingerprint).sort(),
  );
});

test('a machine that asks by DHCP gets its fixed address, router, name server and name', async () => {
  const lease =
    'printf "#!/bin/sh\\nenv" >/tmp/show; chmod +x /tmp/show; udhcpc -i eth0 -n -q -f -t 5 -s /tmp/show';
  const inLan = await shell('client', lease);
  for (const line of ['ip=10.10.0.20', 'router=10.10.0.1', 'dns=10.10.0.1', 'hostname=client']) {
    expect(inLan.split('\n')).toContain(line);
  }
  const isolated = await shell('db', lease);
  expect(isolated).toContain('ip=10.20.0.10');
  expect(isolated).not.toContain('router=');
});

test("names of a network's machines and apps are answered there, and only there", async () => {
  await until(() => ask('client', 'web', '10.10.0.1'), /10\.10\.0\.10/);
  expect(await ask('client', 'shop.lab', '10.10.0.1')).toContain('10.10.0.10');
  expect(await ask('client', 'db.lab', '10.10.0.1')).toContain('NXDOMAIN');
  expect(await ask('db', 'db.lab', '10.20.0.1')).toContain('10.20.0.10');
});

test('names outside are asked for from a network with internet, and refused on an isolated one', async () => {
  expect(await ask('client', 'outside.example', '10.10.0.1')).toContain('203.0.113.7');
  expect(await ask('db', 'outside.example', '10.20.0.1')).toContain('REFUSED');
});

test('packets leave from a network with internet only, and none passes between networks', async () => {
  const ping = (from: string, to: string): Promise<string> =>
    shell(from, `ping -c 1 -W 1 ${to} | grep -o '[0-9]* packets received'`);
  await shell('client', 'ip route replace default via 10.10.0.1');
  await shell('db', 'ip route replace default via 10.20.0.1');
  expect(await ping('client', '10.98.0.1')).toBe('1 packets received\n');
  expect(await ping('db', '10.98.0.1')).toBe('0 packets received\n');
  expect(await ping('db', '10.10.0.20')).toBe('0 packets received\n');
  expect(await ping('client', '10.20.0.10')).toBe('0 packets received\n');
  // Not even the gateway's own address on another network, through which its names could be asked for.
  expect(await ping('client', '10.20.0.1')).toBe('0 packets received\n');
  expect(await ask('db', 'web.lab', '10.10.0.1')).not.toContain('10.10.0.10');
});

test('from the uplink nothing is reachable, neither the gateway nor a machine behind it', async () => {
  await shell('outside', 'ip route replace 10.10.0.0/24 via 10.98.0.7');
  for (const address of ['10.98.0.7', '10.10.0.1', '10.10.0.20']) {
    expect(await shell('outside', `ping -c 1 -W 1 ${address}`)).toContain(' 0 packets received');
  }
  expect(await ask('outside', 'web.lab', '10.98.0.7')).not.toContain('10.10.0.10');
});

test("a machine that lies about its address is not let out in another one's name", async () => {
  const count =
    'table inet count { chain c { type filter hook input priority 0; icmp type echo-request counter; }; }';
  await shell('outside', `nft '${count}'`);
  const arrived = async (): Promise<string | undefined> =>
    /packets (\d+)/.exec(await shell('outside', 'nft list table inet count'))?.[1];
  await shell('client', 'ip addr add 192.0.2.9/32 dev eth0; ip addr add 10.20.0.99/32 dev eth0');
  for (const forged of ['192.0.2.9', '10.20.0.99']) {
    await shell('client', `ping -c 1 -W 1 -I ${forged} 10.98.0.1`);
  }
  expect(await arrived()).toBe('0');
  await shell('client', 'ping -c 1 -W 1 -I 10.10.0.20 10.98.0.1');
  expect(await arrived()).toBe('1');
});

test('a tunnel through the gateway carries the answer to what was sent before its end', async () => {
  void shell('client', 'timeout 10 nc -l -p 9000 -e sh -c "cat | wc -c"');
  const count = until(async () => {
    const request = { command: ['nc', '10.10.0.20', '9000'] };
    const { stdout } = await incus.exec('gateway', request, { stdin: 'hello world' });
    return stdout.toString();
  }, /\d/);
  expect((await count).trim()).toBe('11');
});

test.each([
  ['LABCAST_NETWORKS', `${networks}; flush ruleset`],
  ['LABCAST_NETWORKS', `${networks}\n`.replace('lan', '$(reboot)')],
  ['LABCAST_NETWORKS', 'lan,eth9,10.10.0.1/24,internet'],
  ['LABCAST_HOSTS', 'lan,web,10.10.0.300,'],
  ['LABCAST_UPLINK', ''],
])(
  'a gateway whose %s is nonsense is closed and says why, until it is told better',
  async (key, value) => {
    const settings = { ...gatewaySettings, [key]: value };
    expect(await shell('gateway', '/etc/labcast/apply', settings)).toContain(
      'The gateway is closed',
    );
    expect(await shell('gateway', 'cat /proc/sys/net/ipv4/ip_forward')).toBe('0\n');
    expect(await shell('gateway', 'cat /run/labcast/error')).not.toBe('');
    expect(await shell('client', 'ping -c 1 -W 1 10.10.0.1')).toContain(' 0 packets received');
    expect(await shell('gateway', '/etc/labcast/apply')).toBe('');
    expect(await shell('client', 'ping -c 1 -W 1 10.10.0.1')).toContain(' 1 packets received');
  },
);

test('taking the internet from a network stops packets that are under way', async () => {
  const isolated = networks.replace('internet', 'isolated');
  await shell('gateway', '/etc/labcast/apply', { ...gatewaySettings, LABCAST_NETWORKS: isolated });
  expect(await shell('client', 'ping -c 1 -W 1 10.98.0.1')).toContain(' 0 packets received');
  await shell('gateway', '/etc/labcast/apply');
  expect(await shell('client', 'ping -c 1 -W 1 10.98.0.1')).toContain(' 1 packets received');
});

test('a new name is answered without a restart of the name server', async () => {
  await until(() => ask('client', 'web.lab', '10.10.0.1'), /10\.10\.0\.10/);
  const before = await shell('gateway', 'pidof dnsmasq');
  const hosts = `${gatewaySettings.LABCAST_HOSTS};lan,late,10.10.0.30,`;
  await shell('gateway', '/etc/labcast/apply', { ...gatewaySettings, LABCAST_HOSTS: hosts });
  await until(() => ask('client', 'late.lab', '10.10.0.1'), /10\.10\.0\.30/);
  expect(await shell('gateway', 'pidof dnsmasq')).toBe(before);
});

test('a machine starts without a failed unit and has the address, name and names that the lab gives', async () => {
  const isRunning = (): Promise<string> => shell('abcdefg-web', 'systemctl is-system-running');
  await until(isRunning, /running|degraded/);
  expect(await shell('abcdefg-web', 'systemctl --failed --plain --no-legend')).toBe('');
  expect(await shell('abcdefg-web', 'hostname')).toBe('web\n');
  expect(await shell('abcdefg-web', 'ip -4 -brief addr show eth0')).toContain('10.10.0.10/24');
  expect(await shell('abcdefg-web', 'ip route')).toContain('default via 10.10.0.1');
  expect(await shell('abcdefg-web', 'getent hosts shop')).toContain('10.10.0.10');
  expect(await shell('abcdefg-web', 'getent hosts outside.example')).toContain('203.0.113.7');
  expect(await shell('abcdefg-web', 'getent ahostsv4 web')).toContain('10.10.0.10');
});

test('no tmpfs of a machine can take more than a quarter of its memory', async () => {
  const sizes = await shell('abcdefg-web', 'df --output=size /dev/shm /run | tail -n 2');
  for (const kilobytes of sizes.trim().split('\n').map(Number)) {
    expect(kilobytes).toBeGreaterThan(0);
    expect(kilobytes).toBeLessThanOrEqual(64 * 1024);
  }
});

test('the user of a machine is student, who may become root without a password', async () => {
  expect(await shell('abcdefg-web', 'id -u student')).toBe('1000\n');
  const command = ['sudo', '--non-interactive', 'id', '-u'];
  const { stdout } = await incus.exec('abcdefg-web', { command, uid: 1000, gid: 1000 });
  expect(stdout.toString()).toBe('0\n');
});

test('a machine keeps its identity over a restart, and makes a new one when it is a copy', async () => {
  const machineId = (): Promise<string> => shell('abcdefg-web', 'cat /etc/machine-id');
  const restart = async (): Promise<void> => {
    await incus.stopInstance('abcdefg-web', { force: true });
    await incus.startInstance('abcdefg-web');
    await until(() => shell('abcdefg-web', 'systemctl is-system-running'), /running|degraded/);
  };
  const original = await machineId();
  expect(original).toMatch(/^[0-9a-f]{32}\n$/);
  await restart();
  expect(await machineId()).toBe(original);
  await incus.updateInstance('abcdefg-web', {
    config: { 'environment.LABCAST_ENVIRONMENT': 'zyxwvut' },
  });
  await restart();
  expect(await machineId()).not.toBe(original);
});
