import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getArchitecture } from '../build/architecture.ts';
import { runCommand } from '../build/runCommand.ts';

/** How a container of the image is started, in the words of the OCI image specification. */
export interface OciConfig {
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly Env?: readonly string[];
  readonly ExposedPorts?: Readonly<Record<string, object>>;
  readonly StopSignal?: string;
  readonly User?: string;
  readonly WorkingDir?: string;
}

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** Times and owners are fixed, so the same root file system always gives the same digests. */
const reproducible = ['--sort=name', '--mtime=@0', '--numeric-owner'];

/** Packs a root file system as an OCI image with one layer, as `ctr images import` reads it, under `reference`. */
export async function writeOciArchive(request: {
  root: string;
  reference: string;
  config: OciConfig;
  /** Empty folder for what is packed. */
  workDir: string;
  file: string;
  logFile: string;
}): Promise<void> {
  const { workDir, logFile } = request;
  const blobs = join(workDir, 'blobs/sha256');
  await mkdir(blobs, { recursive: true });

  const tarFile = join(workDir, 'layer.tar');
  await runCommand(['tar', ...reproducible, '-C', request.root, '-cf', tarFile, '.'], { logFile });
  const layerDigest = await digestOf(tarFile);
  await runCommand(['gzip', '-n', tarFile], { logFile });
  const layer = await addFile(
    `${tarFile}.gz`,
    'application/vnd.oci.image.layer.v1.tar+gzip',
    blobs,
  );

  const config = await addJson('application/vnd.oci.image.config.v1+json', blobs, {
    architecture: getArchitecture().debian,
    os: 'linux',
    config: request.config,
    rootfs: { type: 'layers', diff_ids: [layerDigest] },
  });
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const manifest = await addJson(mediaType, blobs, {
    schemaVersion: 2,
    mediaType,
    config,
    layers: [layer],
  });
  // containerd takes the whole reference from the first annotation; others read the second.
  const annotations = {
    'io.containerd.image.name': request.reference,
    'org.opencontainers.image.ref.name': request.reference,
  };
  const index = { schemaVersion: 2, manifests: [{ ...manifest, annotations }] };
  await writeFile(join(workDir, 'index.json'), JSON.stringify(index));
  await writeFile(join(workDir, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  await runCommand(
    [
      'tar',
      ...reproducible,
      '-C',
      workDir,
      '-cf',
      request.file,
      'oci-layout',
      'index.json',
      'blobs',
    ],
    { logFile },
  );
}

async function addFile(path: string, mediaType: string, blobs: string): Promise<Descriptor> {
  const digest = await digestOf(path);
  const { size } = await stat(path);
  await rename(path, join(blobs, digest.slice('sha256:'.length)));
  return { mediaType, digest, size };
}

async function addJson(mediaType: string, blobs: string, value: object): Promise<Descriptor> {
  const path = join(blobs, 'new.json');
  await writeFile(path, JSON.stringify(value));
  return addFile(path, mediaType, blobs);
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return `sha256:${hash.digest('hex')}`;
}
