import { stagingInstanceName, uploadAlias, uploadImageName } from '@labcast/domain';
import { imageMarks } from '@labcast/incus';
import type { Upload } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { removeStaging, stagingInstance } from './stagingInstance.ts';

/** Whoever has sent nothing for a day does not come back. */
const longestSilenceMs = 24 * 60 * 60_000;

/** Makes the places in which disks arrive, and removes what is left of those that failed, are done or are not wanted. */
export async function lookAfterUploads(deps: ReconcileDeps): Promise<void> {
  for (const upload of await deps.store.listUploads()) {
    try {
      await lookAfter(upload, deps);
    } catch (error) {
      deps.logger.warn({ err: error, upload: upload.name }, 'An upload could not be looked after.');
    }
  }
}

async function lookAfter(upload: Upload, deps: ReconcileDeps): Promise<void> {
  switch (upload.state) {
    case 'receiving':
      if (Date.now() - upload.updatedAt.getTime() > longestSilenceMs) return expire(upload, deps);
      return ensureStaging(upload, deps);
    case 'checking':
      return;
    case 'ready':
    case 'failed':
      return upload.staged ? removeStaging(upload, deps) : undefined;
    case 'removing':
      return remove(upload, deps);
  }
}

async function ensureStaging({ id }: Upload, deps: ReconcileDeps): Promise<void> {
  const { incus, store } = deps;
  // Its row in the database was there first: it is accounted for from its first moment on.
  if (await incus.findInstance(stagingInstanceName(id))) return;
  const lock = await store.lockUpload(id, 'work');
  if (!lock) return;
  try {
    const upload = await store.findUpload(id);
    if (upload?.state === 'receiving') await makeStaging(upload, deps);
  } finally {
    await lock.release();
  }
}

async function makeStaging(upload: Upload, deps: ReconcileDeps): Promise<void> {
  const { incus, settings, store } = deps;
  const installation = await store.getInstallationId();
  if (upload.receivedBytes > 0) {
    const error = 'What had arrived was removed outside Labcast. Upload it again.';
    await store.changeUpload(upload.id, ['receiving'], { state: 'failed', error });
    return;
  }
  const spec = stagingInstance(upload, { installation, pool: settings.storagePool });
  await deps.inTurn(() => incus.createInstance(spec));
}

async function expire(upload: Upload, { store }: ReconcileDeps): Promise<void> {
  const error = 'Nothing more of it arrived for a day. Upload it again.';
  await store.changeUpload(upload.id, ['receiving'], { state: 'failed', error });
}

async function remove(upload: Upload, deps: ReconcileDeps): Promise<void> {
  const { incus, store } = deps;
  if (upload.staged) await removeStaging(upload, deps);
  const image = await incus.findImage(uploadAlias(uploadImageName(upload.name)));
  // A newer one of the same name may have the alias by now.
  if (image?.properties[imageMarks.upload] === upload.id)
    await incus.removeImage(image.fingerprint);
  await store.markUploadRemoved(upload.id);
}
