import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchArtefact, parseArtefactUrl } from './fetchArtefact.ts';

let folder: string;
let target: string;
let url: string;
let digest: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labcast-artefact-'));
  target = join(folder, 'target');
  await mkdir(target);
  await mkdir(join(folder, 'content'));
  await writeFile(join(folder, 'content/kube'), 'program');
  const file = join(folder, 'kubernetes.tar');
  execFileSync('tar', ['-C', join(folder, 'content'), '-cf', file, '.']);
  url = pathToFileURL(file).href;
  digest = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
});

afterEach(() => rm(folder, { recursive: true }));

test('a file with the right digest is unpacked and not kept', async () => {
  await fetchArtefact(`${url}#sha256=${digest}`, target, join(folder, 'work'));
  expect(await readFile(join(target, 'kube'), 'utf8')).toBe('program');
  expect((await readdir(join(folder, 'work'))).filter((name) => name.endsWith('.tar'))).toEqual([]);
});

test('a file with another digest is refused before anything of it is unpacked', async () => {
  const other = '0'.repeat(64);
  await expect(
    fetchArtefact(`${url}#sha256=${other}`, target, join(folder, 'work')),
  ).rejects.toThrow(`has the digest ${digest}, not ${other}`);
  expect(await readdir(target)).toEqual([]);
});

test.each([
  'kubernetes.tar',
  'https://host/kubernetes.tar',
  `ftp://host/k#sha256=${'a'.repeat(64)}`,
])('%s is refused with how to write it', (wrong) => {
  expect(() => parseArtefactUrl(wrong)).toThrow(/not usable/);
});
