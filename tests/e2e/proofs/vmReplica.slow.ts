import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillClass, findSeats, inside, openDev, type Seat } from '../support/classroom.ts';
import { removeCourse, type Assignment } from '../support/design.ts';
import { eventually } from '../support/views.ts';

const lab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: false }
elements:
  vm: { kind: vm, image: debian-vm, cpu: 1, memory: 512MiB, storage: 6GiB }
`;

/** Three guests boot one after the other, each for minutes where there is no KVM and much else is done. */
const bootsMs = 1_200_000;
let assignment: Assignment;
let dev: Seat;

const inGuest = ({ key }: Seat, script: string): Promise<string> =>
  inside(`${key}-vm`, `labcast-vm exec -- sh -c '${script}'`);

beforeAll(async () => {
  assignment = await openDev(lab);
  const [found] = await findSeats(assignment, ['dev']);
  dev = found!;
}, 600_000);
afterAll(() => removeCourse(assignment), 240_000);

test("what a running virtual machine has written is whole on every student's disk", async () => {
  // Two files that belong together, written one after the other as fast as it goes; nothing of it is flushed by us.
  await inGuest(
    dev,
    `echo precious >/root/work; useradd --create-home ada; printf "%s\\n" "#!/bin/sh" "n=0; while :; do n=\\$((n+1)); echo \\$n >>/srv/one; echo \\$n >>/srv/two; done" >/usr/bin/write-both; chmod 755 /usr/bin/write-both; systemd-run --quiet --unit=writer /usr/bin/write-both`,
  );
  const last = async (where: Seat, file: string): Promise<number> =>
    Number(await inGuest(where, `tail -n 1 ${file}`));
  // A unit counts as started before its program has done anything.
  await eventually(
    'both are written',
    () => last(dev, '/srv/two'),
    (lines) => lines > 10,
  );
  const [student] = await fillClass(assignment, 1, bootsMs);
  const seat = student!;
  expect(await inGuest(seat, 'cat /root/work; id -un ada')).toBe('precious\nada');
  // A copy of a saved running state would go on writing: then both are of one moment all the same.
  await inGuest(seat, 'systemctl stop writer 2>/dev/null || true');
  const [one, two] = [await last(seat, '/srv/one'), await last(seat, '/srv/two')];
  expect(one).toBeGreaterThan(0);
  expect([0, 1]).toContain(one - two);
  expect(await inGuest(seat, 'wc -l </srv/one')).toBe(String(one));
  // The file system was at rest when it was copied, so nothing had to be mended, and nothing is now.
  expect(await inGuest(seat, 'journalctl --boot --dmesg | grep -c EXT4-fs.error || true')).toBe(
    '0',
  );
  const now = await last(dev, '/srv/one');
  expect(now).toBeGreaterThan(one);
  await eventually(
    'dev goes on',
    () => last(dev, '/srv/one'),
    (later) => later > now,
  );
}, 3_000_000);

test('the copy is a machine of its own', async () => {
  const [student] = await findSeats(assignment, ['01']);
  const ids = [dev, student!].map((seat) => inGuest(seat, 'cat /etc/machine-id'));
  expect(new Set(await Promise.all(ids)).size).toBe(2);
});
