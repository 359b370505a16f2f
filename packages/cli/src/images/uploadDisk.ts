import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from '@labcast/api-client';
import type { ApiClient, Upload } from '@labcast/api-client';
import { formatSize } from '../output/format.ts';

export interface Disk {
  readonly file: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** As much as the server takes at once. */
const partBytes = 16 * 1024 ** 2;
const pollMs = 500;
const sayEveryMs = 5_000;

/** Announces or finds the upload, sends what has not arrived, and waits until it is an image or was refused. */
export async function uploadDisk(
  client: ApiClient,
  disk: Disk,
  say: (text: string) => void,
): Promise<Upload> {
  const { id, offset } = await begin(client, disk, say);
  await send(client, { ...disk, id, from: offset }, say);
  say('Looking whether it is a disk...');
  for (;;) {
    const upload = await client.upload(id);
    if (upload.state === 'ready' || upload.state === 'failed') return upload;
    await sleep(pollMs);
  }
}

/** One of this name that is on its way already is gone on with; its checksum tells in the end whether it was this one. */
async function begin(
  client: ApiClient,
  { name, sizeBytes, sha256 }: Disk,
  say: (text: string) => void,
): Promise<{ id: string; offset: number }> {
  const { uploads } = await client.uploads();
  const before = uploads.find(
    (one) => one.name === name && one.state === 'receiving' && one.sizeBytes === sizeBytes,
  );
  if (!before) return client.createUpload({ name, sizeBytes, sha256 });
  say(`Going on after ${formatSize(before.receivedBytes)}.`);
  return { id: before.id, offset: before.receivedBytes };
}

/** A server that was killed may have kept more than it told, or less than a whole part: what is there decides. */
async function append(
  client: ApiClient,
  { id, offset, part }: { id: string; offset: number; part: Uint8Array<ArrayBuffer> },
): Promise<number> {
  try {
    return await client.appendUpload(id, offset, part);
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'upload-conflict') throw error;
    const { receivedBytes, state } = await client.upload(id);
    if (state === 'failed' || receivedBytes === offset) throw error;
    return receivedBytes;
  }
}

async function send(
  client: ApiClient,
  { id, from, file, sizeBytes }: Disk & { readonly id: string; readonly from: number },
  say: (text: string) => void,
): Promise<void> {
  const handle = await open(file);
  let saidAt = Date.now();
  try {
    for (let offset = from; offset < sizeBytes;) {
      const part = new Uint8Array(Math.min(partBytes, sizeBytes - offset));
      const { bytesRead } = await handle.read(part, 0, part.length, offset);
      offset = await append(client, { id, offset, part: part.subarray(0, bytesRead) });
      if (Date.now() - saidAt < sayEveryMs) continue;
      saidAt = Date.now();
      say(`${formatSize(offset)} of ${formatSize(sizeBytes)} have arrived`);
    }
  } finally {
    await handle.close();
  }
}
