import {
  LabcastError,
  stagingInstanceName,
  uploadAlias,
  uploadImageName,
  uploadPath,
} from '@labcast/domain';
import { imageMarks, IncusError } from '@labcast/incus';
import type { Upload } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { lastLines, runInside } from '../resources/runInside.ts';

/** One after the other: each reads and writes gigabytes, beside which labs have to run. */
export async function checkUploads(deps: ReconcileDeps, signal: AbortSignal): Promise<void> {
  for (const upload of await deps.store.listUploads()) {
    if (upload.state !== 'checking' || signal.aborted) continue;
    const lock = await deps.store.lockUpload(upload.id, 'work');
    if (!lock) continue;
    try {
      await check(upload, deps, AbortSignal.any([signal, lock.lost]));
    } finally {
      await lock.release();
    }
  }
}

/** Once more after an interruption is harmless: what is done already is found and not done again. */
async function check(upload: Upload, deps: ReconcileDeps, signal: AbortSignal): Promise<void> {
  const { incus, store, logger } = deps;
  const instance = stagingInstanceName(upload.id);
  try {
    await incus.startInstance(instance);
    const disk = await inspect(instance, upload, deps, signal);
    await incus
      .stopInstance(instance, { force: false, timeoutSeconds: 20 })
      .catch(() => incus.stopInstance(instance, { force: true }));
    signal.throwIfAborted();
    const alias = uploadAlias(uploadImageName(upload.name));
    const description = `Disk that ${upload.ownerName} uploaded`;
    const { fingerprint } = await incus.publishImage(instance, {
      alias,
      properties: {
        description,
        [imageMarks.upload]: upload.id,
        [imageMarks.project]: incus.project,
      },
    });
    const isWanted = await store.changeUpload(upload.id, ['checking'], { state: 'ready', ...disk });
    // Deleted meanwhile, by somebody who may have looked for the image before it was there.
    if (!isWanted) await incus.removeImage(fingerprint);
  } catch (error) {
    signal.throwIfAborted();
    // Incus or the database may come back; the rest stays as it is.
    if (isPassing(error)) throw error;
    logger.warn({ err: error, upload: upload.name }, 'An uploaded disk was refused.');
    await store.changeUpload(upload.id, ['checking'], { state: 'failed', error: explain(error) });
  }
}

function isPassing(error: unknown): boolean {
  if (error instanceof IncusError) return error.kind === 'unavailable' || error.kind === 'busy';
  return error instanceof LabcastError && error.code === 'database-unavailable';
}

function explain(error: unknown): string {
  if (error instanceof LabcastError) return error.message;
  if (error instanceof IncusError && error.kind === 'not-found')
    return 'What had arrived was removed outside Labcast. Upload it again.';
  return `It could not be made an image: ${error instanceof Error ? error.message : String(error)}`;
}

/** In the container, which has nothing else: `qemu-img` reads what a stranger wrote. */
async function inspect(
  instance: string,
  upload: Upload,
  { incus }: ReconcileDeps,
  signal: AbortSignal,
): Promise<{ format: string; diskBytes: number }> {
  const command = ['/bin/sh', '-c', inspection, 'sh', uploadPath, upload.sha256];
  const { exitCode, stdout, stderr } = await runInside(incus, instance, { command }, signal);
  if (exitCode === wrongSum)
    throw new LabcastError(
      'step-failed',
      `Its checksum is ${stdout.trim()}, but ${upload.sha256} was announced: it was damaged on its way. Upload it again.`,
    );
  if (exitCode !== 0) throw new LabcastError('step-failed', describeRefusal(stderr.trim()));
  // Of our own program: what the stranger wrote only shows in its two values.
  return JSON.parse(lastLines(stdout, 1)) as { format: string; diskBytes: number };
}

/** The file's path in its container tells nobody anything. */
function describeRefusal(said: string): string {
  if (/no space left on device|disk quota exceeded/i.test(said))
    return 'It grows to more than five times its size when it is unpacked, which is not taken in.';
  // What qemu-img found comes in many lines that say the same.
  const [first = ''] = said.split('\n');
  return first.replaceAll(uploadPath, 'The file') || 'It could not be read as a disk.';
}

const wrongSum = 3;

/** The answer is kept, so that a second run finds the work of the first. */
const inspection = `
set -eu
cd "$(dirname "$1")"
if [ ! -e checked.json ]; then
  sum=$(sha256sum "$1" | cut -d ' ' -f 1)
  if [ "$sum" != "$2" ]; then
    echo "$sum"
    exit ${wrongSum}
  fi
  labcast-vm import "$1" >checked.new
  rm -f "$1" serial.log
  mv checked.new checked.json
fi
cat checked.json
`;
