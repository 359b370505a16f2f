import { execFileSync } from 'node:child_process';
import {
  chown,
  cp,
  mkdir,
  mkdtemp,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDiskComparison, type CompareDisks } from './compareDisks.ts';
import { openInside } from './openInside.ts';

let pools: string;
let compareDisks: CompareDisks;
const names = { before: 'labcast_c3abcde-web', after: 'labcast_k3abcde-web' };
const rootOf = (name: string) => join(pools, 'labcast', 'containers', name, 'rootfs');
const inside = (path: string) => join(rootOf(names.after), path);

beforeEach(async () => {
  pools = await mkdtemp(join(tmpdir(), 'labcast-pools-'));
  compareDisks = createDiskComparison(pools);
  const root = rootOf(names.before);
  await mkdir(join(root, 'etc'), { recursive: true });
  await writeFile(join(root, 'etc', 'hosts'), '127.0.0.1 localhost\n');
  await writeFile(join(root, 'etc', 'motd'), 'Welcome.\n');
  await mkdir(rootOf(names.after), { recursive: true });
  await cp(root, rootOf(names.after), { recursive: true, preserveTimestamps: true });
});

afterEach(() => rm(pools, { recursive: true, force: true }));

test('the disk of a copy is as the one it was copied from', async () => {
  expect(await compareDisks(names)).toEqual({ files: [], total: 0 });
});

test('what was written, added, removed and given away in a copy is told with its path inside', async () => {
  await writeFile(inside('etc/hosts'), '127.0.0.1 somewhere\n');
  await writeFile(inside('new file'), 'four');
  await mkdir(inside('srv/data'), { recursive: true });
  await symlink('/etc/hosts', inside('link'));
  await rm(inside('etc/motd'));
  await chown(inside('etc'), 1000, 1000);
  expect(await compareDisks(names)).toEqual({
    files: [
      { path: '/etc', change: 'changed' },
      { path: '/etc/hosts', change: 'changed', sizeBytes: 20 },
      { path: '/etc/motd', change: 'removed' },
      { path: '/link', change: 'added' },
      { path: '/new file', change: 'added', sizeBytes: 4 },
      { path: '/srv/data', change: 'added' },
    ],
    total: 6,
  });
});

test('a file that was only written again with the same content is no difference', async () => {
  await writeFile(inside('etc/motd'), 'Welcome.\n');
  await utimes(inside('etc/motd'), 1, 1);
  expect(await compareDisks(names)).toEqual({ files: [], total: 0 });
  await writeFile(inside('etc/motd'), 'Goodbye.\n');
  expect((await compareDisks(names)).files).toMatchObject([{ path: '/etc/motd' }]);
});

test('names that are no text are told, and do not end the walk', async () => {
  await writeFile(Buffer.from(`${rootOf(names.after)}/\xff\n`, 'latin1'), '');
  expect((await compareDisks(names)).files).toEqual([
    { path: '/\ufffd\n', change: 'added', sizeBytes: 0 },
  ]);
});

test('twenty thousand new files are counted, and half of them are named', async () => {
  await mkdir(inside('many'));
  execFileSync('sh', ['-c', 'seq -w 20000 | xargs touch'], { cwd: inside('many') });
  const { files, total } = await compareDisks(names);
  expect([files.length, total, files[0]?.path]).toEqual([10_000, 20_000, '/many/00001']);
});

test('links are never followed: neither one for a folder, nor one that came while it was looked', async () => {
  const outside = join(pools, 'outside');
  await mkdir(outside);
  await writeFile(join(outside, 'hosts'), '127.0.0.1 localhost\n');
  await rename(inside('etc'), inside('old'));
  await symlink(outside, inside('etc'));
  const paths = (await compareDisks(names)).files.map(({ path }) => path);
  expect(paths).toEqual(['/etc', '/etc/hosts', '/etc/motd', '/old/hosts', '/old/motd']);
  expect(await openInside(rootOf(names.after), 'etc/hosts')).toBeUndefined();
  await symlink('old', inside('short'));
  expect(await openInside(rootOf(names.after), 'short/hosts')).toBeUndefined();
  await symlink('hosts', inside('old/link'));
  expect(await openInside(rootOf(names.after), 'old/link')).toBeUndefined();
  execFileSync('mkfifo', [inside('old/pipe')]);
  expect(await openInside(rootOf(names.after), 'old/pipe')).toBeUndefined();
  const file = await openInside(rootOf(names.after), 'old/hosts');
  expect(await file?.readFile('utf8')).toBe('127.0.0.1 localhost\n');
  await file?.close();
});

test.each(['', '..', '../labcast_k3abcde-web', 'labcast_', 'a/b', 'a_b_c', 'a\0b', '-x', '.'])(
  '%j is not taken for the name of an instance',
  async (name) => {
    const rejected = {
      kind: 'rejected',
      message: expect.stringContaining('is not the name') as string,
    };
    await expect(compareDisks({ ...names, after: name })).rejects.toMatchObject(rejected);
    await expect(compareDisks({ ...names, before: name })).rejects.toMatchObject(rejected);
  },
);

test('an instance without a disk is said to have none', async () => {
  await expect(compareDisks({ ...names, before: 'labcast_gone' })).rejects.toMatchObject({
    kind: 'rejected',
    message: expect.stringContaining('No disk of labcast_gone') as string,
  });
});
