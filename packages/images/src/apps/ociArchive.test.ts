import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeOciArchive } from './ociArchive.ts';

const reference = 'localhost/labcast/sample:1';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oci-archive-'));
  await mkdir(join(folder, 'root/bin'), { recursive: true });
  await writeFile(join(folder, 'root/bin/hello'), '#!/bin/sh\necho hello\n', { mode: 0o755 });
});
afterEach(() => rm(folder, { recursive: true }));

async function pack(name: string): Promise<string> {
  const [workDir, file] = [join(folder, name), join(folder, `${name}.tar`)];
  await mkdir(workDir);
  const logFile = join(folder, 'log');
  const config = { Entrypoint: ['/bin/hello'] };
  await writeOciArchive({ root: join(folder, 'root'), reference, config, workDir, file, logFile });
  return file;
}

test('each blob of the archive has the digest and size that the index and the manifest say', async () => {
  const unpacked = join(folder, 'unpacked');
  await mkdir(unpacked);
  execFileSync('tar', ['-xf', await pack('a'), '-C', unpacked]);
  const blobs = join(unpacked, 'blobs/sha256');
  for (const digest of await readdir(blobs)) {
    const content = await readFile(join(blobs, digest));
    expect(createHash('sha256').update(content).digest('hex')).toBe(digest);
  }
  interface Descriptor {
    digest: string;
    size: number;
    annotations?: Record<string, string>;
  }
  const read = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
  const blob = ({ digest }: Descriptor): string => join(blobs, digest.replace('sha256:', ''));
  const index = (await read(join(unpacked, 'index.json'))) as { manifests: Descriptor[] };
  const manifest = (await read(blob(index.manifests[0]!))) as {
    config: Descriptor;
    layers: Descriptor[];
  };
  expect(index.manifests[0]?.annotations?.['io.containerd.image.name']).toBe(reference);
  for (const descriptor of [index.manifests[0]!, manifest.config, ...manifest.layers]) {
    expect((await readFile(blob(descriptor))).length).toBe(descriptor.size);
  }
  const layer = execFileSync('tar', ['-tzf', blob(manifest.layers[0]!)], { encoding: 'utf8' });
  expect(layer).toContain('./bin/hello');
});

test('the same files give the same archive, whenever they were written', async () => {
  const first = await readFile(await pack('a'));
  await utimes(join(folder, 'root/bin/hello'), 1, 1);
  expect((await readFile(await pack('b'))).equals(first)).toBe(true);
});
