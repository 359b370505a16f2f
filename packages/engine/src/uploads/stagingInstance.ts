import { labels, stagingInstanceName } from '@labcast/domain';
import type { InstanceSpec } from '@labcast/incus';
import type { Upload } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';

const gibibyte = 1024 ** 3;

/** The upload, the disk that is made of it and may be less packed, and the system around them. */
const diskFactor = 5;

/** For qemu-img, which handles what strangers wrote; the disk's own size does not matter. */
const memoryBytes = gibibyte;

/**
 * The container in which an uploaded disk arrives, is looked at, and becomes an image: as a virtual machine's, but on no
 * network, without devices of the host, and with the guest held back.
 */
export function stagingInstance(
  upload: Upload,
  { installation, pool }: { installation: string; pool: string },
): InstanceSpec {
  return {
    name: stagingInstanceName(upload.id),
    image: 'labcast/vm-host',
    config: {
      'security.idmap.isolated': 'true',
      'security.guestapi': 'false',
      'limits.cpu': '1',
      'limits.memory': String(memoryBytes),
      'limits.processes': '200',
      'environment.LABCAST_VM_HOLD': '1',
      [labels.installation]: installation,
      [labels.assignment]: `the uploaded disk ${upload.name}`,
      [labels.role]: 'upload',
    },
    devices: {
      root: {
        type: 'disk',
        path: '/',
        pool,
        size: String(diskFactor * upload.sizeBytes + 2 * gibibyte),
      },
    },
    start: false,
  };
}

/** It is removed when nobody needs it any more; that it is gone is written down once it was seen. */
export async function removeStaging(
  upload: Upload,
  { incus, store }: Pick<ReconcileDeps, 'incus' | 'store'>,
): Promise<void> {
  const name = stagingInstanceName(upload.id);
  await incus.removeInstance(name);
  if (!(await incus.findInstance(name))) await store.markUnstaged(upload.id);
}
