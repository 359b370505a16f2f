import { randomBytes } from 'node:crypto';
import { createIncusClient } from '@labcast/incus';
import { incusSocketPath, removeProjectByForce } from '@labcast/incus/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ensureImage } from './ensureImage.ts';
import { debian12Recipe } from './recipes/debian-12/debian12Recipe.ts';

/** Copies of a machine that goes on writing: all that was done in it is there, and nothing that is its alone. */
const unique = randomBytes(3).toString('hex');
const cacheDir = process.env.LABCAST_CACHE_DIR ?? '/var/cache/labcast';
const pool = process.env.LABCAST_STORAGE_POOL ?? 'labcast';
const endpoint = { socketPath: incusSocketPath };
const incus = createIncusClient({ endpoint, project: `test-copies-${unique}` });

const source = 'aaaaaaa-web';
const copies = ['bbbbbbb-web', 'ccccccc-web'];
const everybody = [source, ...copies];
const devices = { root: { type: 'disk', path: '/', pool } };

const configOf = (name: string): Record<string, string> => ({
  'security.idmap.isolated': 'true',
  'limits.memory': '256MiB',
  'environment.LABCAST_ENVIRONMENT': name.slice(0, 7),
});

/** Throws unless it ends with 0. */
async function shell(instance: string, script: string): Promise<string> {
  const { exitCode, stdout, stderr } = await incus.exec(instance, {
    command: ['sh', '-ec', script],
  });
  if (exitCode !== 0) throw new Error(`${instance}: ${script}: ${stderr.toString()}`);
  return stdout.toString().trim();
}

/** On a busy machine systemd is not there yet when its container is. */
async function untilUp(instance: string): Promise<void> {
  await vi.waitFor(
    async () => {
      const { stdout } = await incus.exec(instance, {
        command: ['systemctl', 'is-system-running'],
      });
      expect(stdout.toString()).toMatch(/running|degraded/);
    },
    { timeout: 60_000, interval: 100 },
  );
}

/** `setfattr` and `setcap` are not in the image: the kernel's own calls, which perl can make. */
const setAttribute = (path: string, name: string, hex: string): string =>
  `perl -e 'my ($p, $k) = ("${path}", "${name}"); my $v = pack("H*", "${hex}"); my $n = \`uname -m\` =~ /aarch64/ ? 5 : 188; exit(syscall($n, $p, $k, $v, length $v, 0) != 0)'`;
const getAttribute = (path: string, name: string): string =>
  `perl -e 'my ($p, $k) = ("${path}", "${name}"); my $v = "\\0" x 64; my $n = \`uname -m\` =~ /aarch64/ ? 8 : 191; my $l = syscall($n, $p, $k, $v, 64); print unpack("H*", substr($v, 0, $l))'`;

/** A file's version 2 capabilities: CAP_NET_BIND_SERVICE, effective and permitted. */
const capability = '0100000200040000000000000000000000000000';

const changes = [
  // A package of one's own, as `apt install` would leave it.
  `mkdir -p /tmp/hello/DEBIAN /tmp/hello/usr/bin
   printf 'Package: hello-lab\\nVersion: 1.0\\nArchitecture: all\\nMaintainer: lab\\nDescription: hello\\n' >/tmp/hello/DEBIAN/control
   printf '#!/bin/sh\\necho hello\\n' >/tmp/hello/usr/bin/hello-lab; chmod 755 /tmp/hello/usr/bin/hello-lab
   dpkg-deb --build /tmp/hello /tmp/hello.deb; dpkg -i /tmp/hello.deb`,
  `useradd --create-home --uid 2001 ada; echo 'ada:secret' | chpasswd`,
  `mkdir -p /srv/work; echo text >/srv/work/file; chown ada:ada /srv/work/file; chmod 2640 /srv/work/file`,
  `ln -s file /srv/work/link; ln /srv/work/file /srv/work/second; mkfifo /srv/work/pipe`,
  setAttribute('/srv/work/file', 'user.lab', '616263'),
  `cp /bin/cat /srv/work/able; ${setAttribute('/srv/work/able', 'security.capability', capability)}`,
  `mkdir -p /etc/cron.d; echo '* * * * * root true' >/etc/cron.d/lab`,
  // Without an accuracy systemd may take a minute more.
  `printf '[Timer]\\nOnActiveSec=1s\\nAccuracySec=10ms\\n[Install]\\nWantedBy=timers.target\\n' >/etc/systemd/system/lab.timer
   printf '[Service]\\nExecStart=/bin/sh -c "cat /etc/machine-id >>/srv/work/ticks"\\n' >/etc/systemd/system/lab.service
   systemctl daemon-reload; systemctl enable --now lab.timer`,
  // As if openssh-server was installed: it is by this that the image knows that there are host keys.
  `printf '#!/bin/sh\\n' >/usr/sbin/sshd; chmod 755 /usr/sbin/sshd; ssh-keygen -A`,
  // Two ledgers that belong together, written one after the other as fast as it goes.
  `printf '#!/bin/sh\\nn=0; while :; do n=$((n+1)); echo $n >>/srv/one; echo $n >>/srv/two; done\\n' >/usr/bin/write-both
   chmod 755 /usr/bin/write-both; systemd-run --unit=writer /usr/bin/write-both`,
];

beforeAll(async () => {
  await incus.ensureProject();
  await ensureImage(debian12Recipe, { cacheDir, incus });
  const image = 'labcast/debian-12';
  await incus.createInstance({
    name: source,
    image,
    config: configOf(source),
    devices,
    start: true,
  });
  await untilUp(source);
  for (const change of changes) await shell(source, change);
  await incus.freezeInstance(source);
  await incus.createSnapshot(source, 'c1');
  await incus.unfreezeInstance(source);
  for (const name of copies) {
    const from = { instance: source, snapshot: 'c1' };
    await incus.copyInstance({ name, from, config: configOf(name), devices, start: true });
    await untilUp(name);
  }
}, 600_000);

afterAll(async () => {
  await removeProjectByForce(incus);
  await incus.close();
});

test.each([
  ['packages', 'hello-lab; dpkg-query --show hello-lab', 'hello\nhello-lab\t1.0'],
  ['users and their passwords', 'id -un 2001; grep -c ^ada:.y /etc/shadow', 'ada\n1'],
  ['owners and rights', "stat -c '%U %G %a %h' /srv/work/file", 'ada ada 2640 2'],
  ['links', 'readlink /srv/work/link; cat /srv/work/second', 'file\ntext'],
  ['special files', 'stat -c %F /srv/work/pipe', 'fifo'],
  ['extended attributes', getAttribute('/srv/work/file', 'user.lab'), '616263'],
  ['capabilities of files', getAttribute('/srv/work/able', 'security.capability'), capability],
  ['jobs of cron', 'cat /etc/cron.d/lab', '* * * * * root true'],
  ['services that start by themselves', 'systemctl is-enabled lab.timer', 'enabled'],
])('%s of the original are in every copy', async (_, script, expected) => {
  for (const name of everybody) expect(await shell(name, script)).toBe(expected);
});

test('what two files hold together is of one moment in every copy, and the original goes on', async () => {
  const last = async (name: string): Promise<number[]> =>
    (await shell(name, 'tail -n 1 /srv/one; tail -n 1 /srv/two')).split('\n').map(Number);
  const [now] = await last(source);
  for (const name of copies) {
    const [one = 0, two = 0] = await last(name);
    expect(one).toBeGreaterThan(0);
    expect(one - two === 0 || one - two === 1).toBe(true);
    expect(await shell(name, 'wc -l </srv/one')).toBe(String(one));
    expect(one).toBeLessThan(now ?? 0);
  }
  await expect.poll(async () => (await last(source))[0]).toBeGreaterThan(now ?? 0);
});

test('each has a machine id, SSH host keys and a range of ids of its own', async () => {
  for (const script of [
    'cat /etc/machine-id',
    'cat /etc/ssh/ssh_host_ed25519_key.pub',
    'cat /etc/ssh/ssh_host_ecdsa_key.pub',
  ]) {
    const all = await Promise.all(everybody.map((name) => shell(name, script)));
    expect(new Set(all).size).toBe(everybody.length);
  }
  const ranges = await Promise.all(
    everybody.map(async (name) => {
      const [, first = 0, count = 0] = (await shell(name, 'cat /proc/self/uid_map'))
        .split(/\s+/)
        .map(Number);
      return { first, end: first + count };
    }),
  );
  const sorted = ranges.toSorted((one, other) => one.first - other.first);
  for (const [index, { first }] of sorted.entries())
    expect(first).toBeGreaterThanOrEqual(sorted[index - 1]?.end ?? 65_536);
  // By this it is found out when Incus gave two the same.
  for (const [index, { first }] of ranges.entries()) {
    const same = (await incus.listInstances()).filter(
      ({ config }) => config['volatile.idmap.base'] === String(first),
    );
    expect(same.map(({ name }) => name)).toEqual([everybody[index]]);
  }
});

test('a service of a copy knows the copy, not the original', async () => {
  for (const name of copies)
    await expect
      .poll(() => shell(name, 'tail -n 1 /srv/work/ticks'), { timeout: 30_000 })
      .toBe(await shell(name, 'cat /etc/machine-id'));
});
