import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { labcast, labcastOk } from './support/labcast.ts';
import { destroyQuietly } from './support/views.ts';

const name = 'e2e-limits';
const lab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: false }
elements:
  small:
    kind: container
    image: debian-12
    cpu: 0.5
    memory: 128MiB
    storage: 1GiB
    files:
      - { path: /srv/deep/note.txt, content: "hello\\n", mode: "0640", owner: student }
    run: ["echo built > /root/built"]
  large: { kind: container, image: debian-12, cpu: 2, memory: 300MiB, storage: 1GiB }
`;

async function inside(element: string, script: string): Promise<string> {
  const result = await labcastOk(['exec', name, element, '--', 'sh', '-c', script]);
  return result.stdout.trim();
}

describe('what a lab asks for is what its machines have', () => {
  beforeAll(async () => {
    await destroyQuietly(name);
    await labcastOk(['apply', '-f', '-', '--name', name, '--yes'], { stdin: lab });
  });
  afterAll(() => destroyQuietly(name));

  test('CPU and memory are seen inside', async () => {
    expect(await inside('small', 'nproc')).toBe('1');
    expect(await inside('large', 'nproc')).toBe('2');
    expect(await inside('small', 'free -m | awk "/Mem:/ {print \\$2}"')).toBe('128');
    expect(await inside('large', 'free -m | awk "/Mem:/ {print \\$2}"')).toBe('300');
  });

  test('files have their content, mode and owner, and the commands were run', async () => {
    expect(
      await inside('small', 'stat -c "%a %U" /srv/deep/note.txt; cat /srv/deep/note.txt'),
    ).toBe('640 student\nhello');
    expect(await inside('small', 'cat /root/built')).toBe('built');
  });

  test('a process that takes more memory than there is is ended, and the machine lives', async () => {
    const hog = await labcast([
      'exec',
      name,
      'small',
      '--',
      'sh',
      '-c',
      'head -c 400M /dev/zero | tail -n1',
    ]);
    expect(hog.exitCode).not.toBe(0);
    expect(await inside('small', 'echo alive')).toBe('alive');
  });

  test('a fork bomb meets its limit, and the neighbour does not notice', async () => {
    const bomb = 'for i in $(seq 1500); do sleep 2 & done 2>/dev/null; true';
    await labcast(['exec', name, 'small', '--', 'bash', '-c', bomb]);
    expect(await inside('large', 'echo alive')).toBe('alive');
  });

  test('the disk ends where it was said to', async () => {
    const fill = await labcast([
      ...['exec', name, 'large', '--', 'sh', '-c'],
      'dd if=/dev/zero of=/root/full bs=1M count=1200 conv=fsync 2>&1; rm -f /root/full',
    ]);
    expect(fill.stdout).toMatch(/quota|no space/i);
    await inside('large', 'rm -f /root/full; echo there is room > /root/note');
  });

  test('the way around the disk quota is closed', async () => {
    // BTRFS_IOC_SUBVOL_CREATE on the root folder, as `btrfs subvolume create` does it.
    const script =
      'use POSIX; opendir(my $d, "/") or die; open(my $f, "<", "/") or die; ' +
      'my $to = pack("qa4088", 0, "escape"); ' +
      'my $r = ioctl($f, 0x5000940e, $to); print $r ? "made" : "refused: $!"';
    expect(await inside('large', `perl -e '${script}'`)).toMatch(
      /^refused: Operation not permitted/,
    );
  });

  test('memory-backed folders are bounded', async () => {
    const kilobytes = Number(await inside('small', 'df -k --output=size /dev/shm | tail -1'));
    expect(kilobytes).toBeLessThanOrEqual(64 * 1024);
  });

  test('sizes change while it runs, and nothing on its disk is touched', async () => {
    const larger = lab.replace('memory: 128MiB', 'memory: 192MiB');
    await labcastOk(['apply', '-f', '-', '--name', name, '--yes'], { stdin: larger });
    expect(await inside('small', 'free -m | awk "/Mem:/ {print \\$2}"; cat /root/built')).toBe(
      '192\nbuilt',
    );
  });

  test('what would lose data is refused without being asked for', async () => {
    const without = lab.slice(0, lab.indexOf('  large:'));
    const refused = await labcast(['apply', '-f', '-', '--name', name], {
      stdin: without,
    });
    expect(refused.exitCode).toBe(4);
    expect(refused.stderr + refused.stdout).toContain('large');
    expect(await inside('large', 'cat /root/note')).toBe('there is room');
  });
});
