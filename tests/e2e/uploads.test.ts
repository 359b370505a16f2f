import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readText } from './support/api.ts';
import { openCuttingProxy } from './support/cuttingProxy.ts';
import { labcast, labcastOk } from './support/labcast.ts';
import type { CommandOptions } from './support/labcast.ts';
import { bootableDisc } from './support/bootableDisc.ts';
import { smallDisk } from './support/smallDisk.ts';
import { destroyQuietly, eventually } from './support/views.ts';

const mebibyte = 1024 ** 2;

const lab = (storage: string, image = 'e2e-disk') => `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: false }
elements:
  vm: { kind: vm, image: upload/${image}, memory: 128MiB, storage: ${storage} }
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labcast-disk-'));
  await cleanUp();
});
afterAll(async () => {
  await cleanUp();
  await rm(folder, { recursive: true });
});

async function cleanUp(): Promise<void> {
  await destroyQuietly('e2e-upload');
  for (const name of ['e2e-disk', 'e2e-disc', 'e2e-cut', 'e2e-text', 'e2e-line'])
    await labcast(['images', 'delete', name]);
}

async function upload(name: string, content: Buffer, options?: CommandOptions) {
  const file = join(folder, name);
  await writeFile(file, content);
  return labcast(['images', 'upload', file, '--name', name], options);
}

test('a disk becomes an image, which cannot be removed while a lab uses it', async () => {
  expect(await upload('e2e-disk', smallDisk())).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('upload/e2e-disk is ready') as string,
  });
  expect((await labcastOk(['images'])).stdout).toMatch(/^upload\/e2e-disk +vm/m);
  const apply = ['apply', '-f', '-', '--name', 'e2e-upload', '--no-wait'];
  const small = await labcast(apply, { stdin: lab('64KiB') });
  expect(small.exitCode).not.toBe(0);
  await labcastOk(apply, { stdin: lab('64MiB') });
  const refused = await labcast(['images', 'delete', 'upload/e2e-disk']);
  expect(refused.exitCode).toBe(4);
  expect(refused.stderr).toContain('is used by e2e-upload/dev');
  await labcastOk(['destroy', 'e2e-upload', '--yes']);
  await labcastOk(['images', 'delete', 'upload/e2e-disk']);
  expect((await labcastOk(['images'])).stdout).not.toContain('e2e-disk');
});

test('a disc becomes a machine that starts from it, beside an empty disk', async () => {
  await upload('e2e-disc', bootableDisc('started from the disc'));
  expect((await labcastOk(['images'])).stdout).toMatch(/^upload\/e2e-disc +vm/m);
  const apply = ['apply', '-f', '-', '--name', 'e2e-upload', '--no-wait'];
  await labcastOk(apply, { stdin: lab('1GiB', 'e2e-disc') });
  await eventually(
    'its program writes to the serial line',
    () => readText('/environments/e2e-upload/dev/elements/vm/logs?source=boot'),
    (log) => log.includes('started from the disc'),
    120_000,
  );
  const eject = () => labcastOk(['eject', 'e2e-upload', 'vm']);
  expect((await eject()).stdout).toBe('The disc of vm is out.\n');
  // Once more is harmless.
  await eject();
  await labcastOk(['destroy', 'e2e-upload', '--yes']);
  await labcastOk(['images', 'delete', 'upload/e2e-disc']);
});

test('what is cut off, and what is no disk at all, is refused in plain words', async () => {
  const cut = await upload('e2e-cut', smallDisk().subarray(0, 150_000));
  expect(cut.exitCode).toBe(1);
  expect(cut.stderr).toMatch(/was not taken: The file (is damaged or cut off|can't be read)/);
  const text = await upload('e2e-text', Buffer.from('a letter to a friend\n'.repeat(100)));
  expect(text.exitCode).toBe(1);
  expect(text.stderr).toContain('The file is not a disk');
});

test('after a lost line the same command goes on where it stopped', async () => {
  // The first part of 16 MiB arrives, the line breaks within the second.
  const disk = Buffer.concat([smallDisk(), Buffer.alloc(24 * mebibyte)]);
  const line = await openCuttingProxy(20 * mebibyte);
  const lost = await upload('e2e-line', disk, { environment: { LABCAST_URL: line.url } });
  line.close();
  expect(lost.exitCode).not.toBe(0);
  expect(lost.stderr).not.toContain('was not taken');
  expect((await labcastOk(['images'])).stdout).not.toContain('e2e-line');
  const whole = await upload('e2e-line', disk);
  expect(whole.stderr).toContain('Going on after 16 MiB');
  expect(whole.exitCode).toBe(0);
  expect((await labcastOk(['images'])).stdout).toMatch(/^upload\/e2e-line +vm/m);
  await labcastOk(['images', 'delete', 'upload/e2e-line']);
});
