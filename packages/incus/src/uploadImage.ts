import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { FormData } from 'undici';

import { isIncusError } from './errors.ts';
import type { Operations } from './operations.ts';

const uploadTimeoutMs = 1_800_000;

/** As Incus makes it: SHA-256 of the tarballs, one after the other. */
export async function readFingerprint(metadata: string, rootfs?: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of rootfs === undefined ? [metadata] : [metadata, rootfs]) {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

/** Streams from disk. An image of the same content that appeared meanwhile is success. */
export async function uploadImage(
  operations: Operations,
  metadata: string,
  rootfs?: string,
): Promise<void> {
  const upload = rootfs === undefined ? await oneFile(metadata) : await twoFiles(metadata, rootfs);
  try {
    await operations.run({
      method: 'POST',
      path: '/images',
      timeoutMs: uploadTimeoutMs,
      ...upload,
    });
  } catch (error) {
    if (!isIncusError(error, 'conflict')) throw error;
  }
}

async function oneFile(path: string) {
  const { size } = await stat(path);
  return {
    content: createReadStream(path),
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(size),
      'x-incus-filename': basename(path),
    },
  };
}

async function twoFiles(metadata: string, rootfs: string) {
  const form = new FormData();
  form.append('metadata', await openAsBlob(metadata), basename(metadata));
  form.append('rootfs', await openAsBlob(rootfs), basename(rootfs));
  return { content: form };
}
