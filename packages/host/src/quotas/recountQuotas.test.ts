import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createQuotaKeeper } from './recountQuotas.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labcast-quotas-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function addFilesystem(id: string, device: string, inconsistent: string): Promise<void> {
  await mkdir(join(folder, 'sys', id, 'qgroups'), { recursive: true });
  await mkdir(join(folder, 'sys', id, 'devices', device), { recursive: true });
  await writeFile(join(folder, 'sys', id, 'qgroups', 'inconsistent'), `${inconsistent}\n`);
}

async function keeperOf(mounts: string, run: (...command: string[]) => Promise<string>) {
  await writeFile(join(folder, 'mounts'), mounts);
  return createQuotaKeeper((program, args) => run(program, ...args), {
    mounts: join(folder, 'mounts'),
    root: join(folder, 'sys'),
  });
}

const mounts = `/dev/loop0 /var/lib/incus/storage-pools/labcast btrfs rw 0 0
/dev/loop1 /var/lib/incus/storage-pools/other btrfs rw 0 0
/dev/sda1 /home btrfs rw 0 0
`;

test('has a pool counted anew whose count was given up, and no other file system, once in a while', async () => {
  await addFilesystem('1-1', 'loop0', '1');
  await addFilesystem('2-2', 'loop1', '0');
  await addFilesystem('3-3', 'sda1', '1');
  const commands: string[] = [];
  const keep = await keeperOf(mounts, (...command) => {
    commands.push(command.join(' '));
    return Promise.resolve('');
  });
  expect(await keep()).toEqual(['/var/lib/incus/storage-pools/labcast']);
  expect(await keep()).toEqual([]);
  expect(commands).toEqual(['btrfs quota rescan /var/lib/incus/storage-pools/labcast']);
});

test('asks again when it was refused, because a count is under way', async () => {
  await addFilesystem('1-1', 'loop0', '1');
  let answers = 0;
  const keep = await keeperOf(mounts, () =>
    answers++ === 0 ? Promise.reject(new Error('in progress')) : Promise.resolve(''),
  );
  expect(await keep()).toEqual([]);
  expect(await keep()).toEqual(['/var/lib/incus/storage-pools/labcast']);
});

test('a host without btrfs has nothing to be counted', async () => {
  const keep = await keeperOf('proc /proc proc rw 0 0\n', () => Promise.resolve(''));
  expect(await keep()).toEqual([]);
});
