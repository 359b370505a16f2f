import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunCommand } from '../run/command.ts';
import { ensureSimpleQuotas } from './ensureSimpleQuotas.ts';

const run: RunCommand = async (file, parameters, options = {}) => {
  const { exitCode, stdout, stderr } = await execa(file, parameters, {
    reject: options.mayFail !== true,
  });
  return { exitCode: exitCode ?? -1, stdout, stderr };
};

let folder: string;
let pool: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labcast-quotas-'));
  pool = join(folder, 'pool');
  await run('mkdir', [pool]);
  await run('truncate', ['-s', '256M', join(folder, 'disk')]);
  await run('mkfs.btrfs', ['-q', join(folder, 'disk')]);
  await run('mount', ['-o', 'loop', join(folder, 'disk'), pool]);
});
afterEach(async () => {
  await run('umount', [pool]);
  await rm(folder, { recursive: true });
});

async function mode(): Promise<string> {
  const { stdout: uuid } = await run('findmnt', ['-n', '-o', 'UUID', '--target', pool]);
  return (await readFile(`/sys/fs/btrfs/${uuid}/qgroups/mode`, 'utf8')).trim();
}

test('a new pool gets simple quotas, once and again', async () => {
  expect(await ensureSimpleQuotas(run, { driver: 'btrfs', usedBy: [] }, pool)).toBeUndefined();
  expect(await mode()).toBe('squota');
  expect(await ensureSimpleQuotas(run, { driver: 'btrfs', usedBy: [] }, pool)).toBeUndefined();
});

test('full quotas give way as long as no instance would lose its limit', async () => {
  await run('btrfs', ['quota', 'enable', pool]);
  const used = { driver: 'btrfs', usedBy: ['/1.0/instances/web?project=labcast'] };
  expect(await ensureSimpleQuotas(run, used, pool)).toContain('because labs exist');
  expect(await mode()).toBe('qgroup');
  const free = { driver: 'btrfs', usedBy: ['/1.0/images/abc'] };
  expect(await ensureSimpleQuotas(run, free, pool)).toBeUndefined();
  expect(await mode()).toBe('squota');
});

test('what a copy began with is free, what it writes is bounded', async () => {
  await ensureSimpleQuotas(run, { driver: 'btrfs', usedBy: [] }, pool);
  const original = join(pool, 'original');
  const copy = join(pool, 'copy');
  await run('btrfs', ['subvolume', 'create', original]);
  await run('dd', ['if=/dev/urandom', `of=${original}/file`, 'bs=1M', 'count=40']);
  await run('btrfs', ['subvolume', 'snapshot', original, copy]);
  await run('btrfs', ['qgroup', 'limit', '20M', copy]);
  await run('dd', ['if=/dev/urandom', `of=${copy}/mine`, 'bs=1M', 'count=10']);
  const more = ['if=/dev/urandom', `of=${copy}/more`, 'bs=1M', 'count=20', 'conv=fsync'];
  const { exitCode, stderr } = await run('dd', more, { mayFail: true });
  expect(exitCode).not.toBe(0);
  expect(stderr).toContain('Disk quota exceeded');
});

test('another kind of pool is left alone', async () => {
  expect(await ensureSimpleQuotas(run, { driver: 'zfs', usedBy: [] }, '/')).toBeUndefined();
});
