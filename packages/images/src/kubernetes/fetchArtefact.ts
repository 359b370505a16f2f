import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { LabcastError } from '@labcast/domain';
import { runCommand } from '../build/runCommand.ts';

/** Unpacks the tar file at the URL into `target` if it has the digest that the URL's fragment names. */
export async function fetchArtefact(url: string, target: string, workDir: string): Promise<void> {
  const { source, digest } = parseArtefactUrl(url);
  await mkdir(workDir, { recursive: true });
  const file = join(workDir, `.kubernetes-${digest}.tar`);
  try {
    const hash = createHash('sha256');
    await pipeline(
      await open(source),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(file),
    );
    const actual = hash.digest('hex');
    if (actual !== digest) {
      throw new LabcastError(
        'step-failed',
        `The Kubernetes artefact at ${source.href} has the digest ${actual}, not ${digest}.`,
        { remedy: 'Correct the digest in LABCAST_KUBERNETES_URL if the file is the right one.' },
      );
    }
    await runCommand(['tar', '-C', target, '--no-same-owner', '-xf', file], {
      logFile: join(workDir, 'kubernetes-artefact.log'),
    });
  } finally {
    await rm(file, { force: true });
  }
}

/** Splits `https://.../kubernetes.tar#sha256=<64 digits>`. Throws `step-failed` when there is no digest. */
export function parseArtefactUrl(url: string): { source: URL; digest: string } {
  const problem = (cause?: unknown): LabcastError =>
    new LabcastError('step-failed', `LABCAST_KUBERNETES_URL is not usable: ${url}`, {
      cause,
      remedy: 'Write it as https://host/kubernetes.tar#sha256=<digest>, or as a file: URL.',
    });
  let source: URL;
  try {
    source = new URL(url);
  } catch (error) {
    throw problem(error);
  }
  const digest = /^#sha256=([0-9a-f]{64})$/.exec(source.hash)?.[1];
  if (digest === undefined || !['https:', 'http:', 'file:'].includes(source.protocol))
    throw problem();
  source.hash = '';
  return { source, digest };
}

async function open(source: URL): Promise<Readable> {
  if (source.protocol === 'file:') return createReadStream(fileURLToPath(source));
  const response = await fetch(source);
  if (!response.ok || !response.body) {
    throw new LabcastError('step-failed', `${source.href} answered ${String(response.status)}.`, {
      repeatable: true,
    });
  }
  return Readable.fromWeb(response.body);
}
