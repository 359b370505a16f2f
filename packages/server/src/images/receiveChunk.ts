import { setTimeout as sleep } from 'node:timers/promises';
import { LabcastError, stagingInstanceName, uploadPath } from '@labcast/domain';
import { isIncusError } from '@labcast/incus';
import type { Upload } from '@labcast/store';
import type { RouteDeps } from '../deps.ts';

type Deps = Pick<RouteDeps, 'store' | 'incus'>;

/** The engine makes the staging instance within a second; a busy host may take some. */
const stagingLimitMs = 60_000;
const stagingPollMs = 100;

/**
 * Puts bytes behind those that have arrived, and answers how many there are then. What the file has decides where it goes
 * on, so that nothing is doubled when an answer was lost. Throws `upload-conflict` when that is somewhere else.
 */
export async function receiveChunk(
  upload: Upload,
  offset: number,
  content: Buffer,
  { store, incus }: Deps,
): Promise<number> {
  refuseUnlessReceiving(upload);
  const lock = await store.lockUpload(upload.id, 'receive');
  if (!lock)
    throw conflict(upload, 'Another part of it is arriving just now', 'Send one after the other.');
  try {
    const instance = stagingInstanceName(upload.id);
    const present = await sizeOnceThere(upload, { store, incus });
    if (present !== offset) {
      await keep(upload, present, store);
      throw conflict(
        upload,
        `${String(present)} bytes of it have arrived, and the part begins at ${String(offset)}`,
        'Ask how far it is, and go on there.',
      );
    }
    if (present + content.length > upload.sizeBytes)
      throw conflict(
        upload,
        `It is longer than the ${String(upload.sizeBytes)} bytes that were announced`,
        'Delete it and begin again with its right size.',
      );
    const arrived = await incus.appendFile(instance, uploadPath, content);
    await keep(upload, arrived, store);
    return arrived;
  } finally {
    await lock.release();
  }
}

/** The last part hands it over to the engine, which looks at it. */
async function keep(upload: Upload, receivedBytes: number, store: Deps['store']): Promise<void> {
  const isComplete = receivedBytes >= upload.sizeBytes;
  await store.changeUpload(upload.id, ['receiving'], {
    receivedBytes: Math.min(receivedBytes, upload.sizeBytes),
    ...(isComplete && { state: 'checking' as const }),
  });
}

/** How much has arrived, as soon as there is a place for it. Throws `host-unavailable` when none is there in time. */
async function sizeOnceThere(upload: Upload, { store, incus }: Deps): Promise<number> {
  const deadline = Date.now() + stagingLimitMs;
  for (;;) {
    // Incus names an instance before its disk can be used; the engine holds this lock until it can.
    const lock = await store.lockUpload(upload.id, 'work');
    try {
      if (lock) return await incus.getFileSize(stagingInstanceName(upload.id), uploadPath);
    } catch (error) {
      if (!isIncusError(error, 'not-found')) throw error;
    } finally {
      await lock?.release();
    }
    if (Date.now() > deadline)
      throw new LabcastError('host-unavailable', 'The place for the disk is not there yet.', {
        repeatable: true,
        remedy: 'Try again, and see with "labcast doctor" whether the lab host is well.',
      });
    await sleep(stagingPollMs);
  }
}

function refuseUnlessReceiving(upload: Upload): void {
  if (upload.state === 'receiving') return;
  throw conflict(
    upload,
    upload.state === 'failed' ? `It failed: ${upload.error ?? ''}` : 'All of it has arrived',
    'Delete it to upload it again.',
  );
}

function conflict({ name }: Upload, reason: string, remedy: string): LabcastError {
  return new LabcastError('upload-conflict', `The disk ${name}: ${reason}.`, { remedy });
}
