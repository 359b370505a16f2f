import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callApi } from '../support/api.ts';
import {
  fillClass,
  findSeats,
  inside,
  openDev,
  readInside,
  seatNumbers,
  tryInside,
  type Seat,
} from '../support/classroom.ts';
import {
  attackOfGateway,
  attackOfMachine,
  firstPort,
  watchTraffic,
  type Sighting,
} from '../support/crossTraffic.ts';
import { removeCourse, type Assignment } from '../support/design.ts';
import { run } from '../support/labcast.ts';
import { poolBytes, poolFree } from '../support/poolFree.ts';
import { eventually } from '../support/views.ts';
import { incus } from '../support/world.ts';

/** One machine with host keys, as if it had an SSH server, on a network that lets out. */
const lab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: true }
elements:
  web:
    kind: container
    image: debian-12
    cpu: 0.5
    memory: 128MiB
    storage: 1GiB
    run:
      - "printf '#!/bin/sh\\\\n' >/usr/sbin/sshd && chmod 755 /usr/sbin/sshd && ssh-keygen -A"
`;

const students = 5;
let assignment: Assignment;
let seats: readonly Seat[];
const web = ({ key }: Seat): string => `${key}-web`;
const gateway = ({ key }: Seat): string => `${key}-gateway`;

beforeAll(async () => {
  assignment = await openDev(lab);
  await fillClass(assignment, students);
  seats = await findSeats(assignment, ['dev', 'prod', ...seatNumbers(students)]);
}, 400_000);
afterAll(() => removeCourse(assignment), 240_000);

/** What each of all gives, in their order. */
const ofEach = <T>(ask: (seat: Seat, index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(seats.map(ask));

async function deviceOf(instance: string, device: string, key: string): Promise<string> {
  return (await incus(['config', 'device', 'get', instance, device, key])).trim();
}

/** The host's ends of all that leads into an environment. */
async function interfacesOf(seat: Seat): Promise<string[]> {
  const ends = [
    [gateway(seat), 'eth0'],
    [gateway(seat), 'eth1'],
    [web(seat), 'eth0'],
  ] as const;
  const names = ends.map(([instance, device]) =>
    incus(['config', 'get', instance, `volatile.${device}.host_name`]),
  );
  return [`lc-${seat.key}-0`, ...(await Promise.all(names)).map((name) => name.trim())];
}

const hostAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);

/** Hears whatever comes to any address of the host at the ports that labs are made to send to. */
async function listenOnHost(): Promise<{ heard: string[]; close: () => void }> {
  const heard: string[] = [];
  const ports = seats.map((_, index) => firstPort + index);
  const tcp = ports.map((port) =>
    createServer((socket) => {
      heard.push(`tcp ${String(port)}`);
      socket.on('error', () => undefined).end();
    }).listen(port, '0.0.0.0'),
  );
  const udp = ports.map((port) =>
    createSocket('udp4', () => heard.push(`udp ${String(port)}`)).bind(port, '0.0.0.0'),
  );
  await Promise.all([...tcp, ...udp].map((one) => once(one, 'listening')));
  return { heard, close: () => [...tcp, ...udp].forEach((one) => void one.close()) };
}

describe('between five students, dev, prod and the host', () => {
  test('no packet goes, by any way, from a machine or a gateway', async () => {
    const uplinks = await ofEach((seat) => deviceOf(gateway(seat), 'eth0', 'ipv4.address'));
    const macs = await ofEach((seat) => deviceOf(gateway(seat), 'eth0', 'hwaddr'));
    const interfaces = await ofEach(interfacesOf);
    const watch = await watchTraffic({
      senders: seats.length,
      interfaces: Object.fromEntries(
        interfaces.flatMap((names, place) => names.map((name) => [name, place])),
      ),
      uplinks: Object.fromEntries(macs.map((mac, sender) => [mac.toLowerCase(), sender])),
    });
    const host = await listenOnHost();
    const answers = await ofEach(async (seat, sender) => {
      const others = uplinks.filter((_, index) => index !== sender);
      const away = [...others, ...hostAddresses(), '224.0.0.1', '255.255.255.255'];
      const [machine, router, names] = await Promise.all([
        tryInside(web(seat), attackOfMachine(sender, ['10.10.0.1', '10.10.0.255', ...away])),
        tryInside(gateway(seat), attackOfGateway(sender, away)),
        tryInside(web(seat), `timeout 3 getent hosts lcprobe-${String(sender)}.example.test; true`),
      ]);
      return machine.stdout.replace('pinged 10.10.0.1\n', '') + router.stdout + names.stdout;
    });
    host.close();
    const seen = await watch.sightings();
    expect(answers).toEqual(seats.map(() => ''));
    expect(host.heard).toEqual([]);
    expect(seen.filter(([place, sender]) => place !== sender)).toEqual([]);
    // Or the watch would have seen nothing because nothing was sent.
    const own = seats.flatMap((_, index) =>
      (['mark', 'tcp', 'udp', 'uplink'] as const).map((by): Sighting => [index, index, by]),
    );
    expect(seen.toSorted()).toEqual(own.toSorted());
  });

  test('the host opens no connection to a gateway', async () => {
    const uplinks = await ofEach((seat) => deviceOf(gateway(seat), 'eth0', 'ipv4.address'));
    const listening = `echo $$ >/tmp/listener
      while :; do busybox nc -l -p 41100 -e busybox echo reached; done`;
    const listeners = seats.map((seat) => tryInside(gateway(seat), listening));
    try {
      const answers = await Promise.all(
        uplinks.map((address) =>
          run('bash', [
            '-c',
            `timeout 2 bash -c 'cat </dev/tcp/${address}/41100' 2>/dev/null
             ping -c1 -W1 ${address} | grep 'bytes from'; true`,
          ]),
        ),
      );
      expect(answers.map(({ stdout }) => stdout)).toEqual(seats.map(() => ''));
      // They would have answered: inside they do.
      const own = await ofEach((seat) =>
        eventually(
          'a gateway reaches itself',
          () => inside(gateway(seat), 'busybox nc -w2 127.0.0.1 41100 </dev/null'),
          (answer) => answer !== '',
        ),
      );
      expect(own).toEqual(seats.map(() => 'reached'));
    } finally {
      const end = 'kill $(cat /tmp/listener); busybox nc -w1 127.0.0.1 41100 </dev/null';
      await ofEach((seat) => tryInside(gateway(seat), end));
      await Promise.all(listeners);
    }
  });

  test('no credential is shared: each has machine ids and SSH host keys of its own', async () => {
    for (const file of [
      '/etc/machine-id',
      '/etc/ssh/ssh_host_ed25519_key',
      '/etc/ssh/ssh_host_ecdsa_key',
    ]) {
      const all = await ofEach((seat) => readInside(web(seat), file));
      expect(all.every((one) => one.length >= 32)).toBe(true);
      expect(new Set(all).size).toBe(seats.length);
    }
  });

  test('no id is shared: nobody of one is anybody in another, or on the host', async () => {
    const running = JSON.parse(await incus(['list', '--format', 'json'])) as {
      name: string;
      state: { pid: number };
    }[];
    const pids = seats
      .flatMap((seat) => [web(seat), gateway(seat)])
      .map((name) => running.find((instance) => instance.name === name)?.state.pid);
    for (const map of ['uid_map', 'gid_map']) {
      // The kernel's word, as the host sees it.
      const ranges = await Promise.all(
        pids.map(async (pid) => {
          const text = await readFile(`/proc/${String(pid)}/${map}`, 'utf8');
          const [, first = 0, count = 0] = text.trim().split(/\s+/).map(Number);
          return { first, end: first + count };
        }),
      );
      const sorted = ranges.toSorted((one, other) => one.first - other.first);
      for (const [index, { first }] of sorted.entries())
        expect(first).toBeGreaterThanOrEqual(sorted[index - 1]?.end ?? 65_536);
    }
  });

  test('no name of one is known in another', async () => {
    const names = [
      ...seats.flatMap(({ key, name }) => [`${key}-web`, `${key}-gateway`, `${name}.lab`]),
      assignment.slug,
    ];
    const script = `for name in ${names.join(' ')}; do timeout 3 getent hosts $name & done; wait`;
    const known = await ofEach((seat) => tryInside(web(seat), script));
    expect(known.map(({ stdout }) => stdout)).toEqual(seats.map(() => ''));
    // On a busy machine Incus may answer before the output has come.
    await eventually(
      'each knows its own',
      () => ofEach((seat) => inside(web(seat), 'getent hosts web')),
      (own) => own.every((line) => line.startsWith('10.10.0.10')),
    );
  });
});

describe('what one student does to their machine', () => {
  const culprit = (): Seat => seats.find(({ name }) => name === '01')!;
  const others = (): readonly Seat[] => seats.filter(({ name }) => name !== '01');

  async function othersAnswer(): Promise<void> {
    const ask = 'date >/root/work && sync /root/work && echo well';
    // On a busy machine Incus may answer before the output has come.
    await eventually(
      'all others answer',
      () => Promise.all(others().map((seat) => inside(web(seat), ask))),
      (answers) => answers.every((answer) => answer === 'well'),
    );
  }

  test('fills its own disk, not the pool, and nobody else has less', async () => {
    const before = await poolFree();
    const fill = 'dd if=/dev/urandom of=/root/full bs=1M count=1500 conv=fsync 2>&1; true';
    const filling = tryInside(web(culprit()), fill);
    await othersAnswer();
    expect((await filling).stdout).toMatch(/quota|no space/i);
    await othersAnswer();
    // Its gibibyte, and what the file system keeps for itself.
    expect(before - (await poolFree())).toBeLessThan(1.3 * 2 ** 30);
    expect(await poolFree()).toBeGreaterThan((await poolBytes()) * 0.05);
    await tryInside(web(culprit()), 'rm -f /root/full');
  });

  test('takes its own memory alone: no program of anybody else is ended', async () => {
    const hogging = tryInside(web(culprit()), 'head -c 600M /dev/zero | tail -n1 | wc -c');
    await othersAnswer();
    const { stdout } = await hogging;
    expect(Number(stdout)).toBeLessThan(600 * 2 ** 20);
    await othersAnswer();
    const reasons = await ofEach(async ({ name }) => {
      const { status } = await callApi<{ status: { state: string } }>(
        'GET',
        `/environments/${assignment.slug}/${name}`,
      );
      return `${name} ${status.state}`;
    });
    const others = reasons.filter((reason) => !reason.startsWith('01'));
    expect(others.every((reason) => reason.endsWith('ready'))).toBe(true);
  });

  test('is out of processes alone, and a restart from outside ends it', async () => {
    // The real thing: each one makes two, for ever.
    await tryInside(
      web(culprit()),
      `setsid bash -c 'bomb() { bomb | bomb & }; bomb' >/dev/null 2>&1 &`,
    );
    await expect
      .poll(
        async () =>
          (await tryInside(web(culprit()), 'for i in 1 2 3 4 5 6; do (sleep 1)& done; wait'))
            .exitCode,
        {
          timeout: 30_000,
        },
      )
      .not.toBe(0);
    await othersAnswer();
    await callApi('POST', `/assignments/${assignment.slug}/class/actions`, {
      action: 'restart',
      environments: ['01'],
    });
    await expect
      .poll(async () => (await tryInside(web(culprit()), 'ls /proc | grep -c ^[0-9]')).stdout, {
        timeout: 240_000,
      })
      .toMatch(/^\d{1,2}\n$/);
    await othersAnswer();
  });
});
