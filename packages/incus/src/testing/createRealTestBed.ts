import { randomBytes } from 'node:crypto';

import { createIncusClient } from '../createIncusClient.ts';
import type { IncusEndpoint } from '../endpoint.ts';
import { buildBusyboxImage } from './buildBusyboxImage.ts';
import type { IncusTestBed } from './contract.ts';
import { removeProjectByForce } from './removeProjectByForce.ts';

/** Incus's own default, where Debian's package listens. */
export const incusSocketPath = process.env.LABCAST_INCUS_SOCKET ?? '/var/lib/incus/unix.socket';

/** A project, a storage pool and an image with unique names; `stop` leaves nothing of them. */
export async function createRealTestBed(
  endpoint: IncusEndpoint = { socketPath: incusSocketPath },
): Promise<IncusTestBed> {
  const unique = `test-incus-${randomBytes(4).toString('hex')}`;
  const client = createIncusClient({ endpoint, project: unique });
  const [busybox, other] = await Promise.all([buildBusyboxImage(), buildBusyboxImage()]);
  const stop = async (): Promise<void> => {
    try {
      // Before the project, through which it is reached.
      const image = await client.findImage(unique);
      if (image !== undefined) await client.removeImage(image.fingerprint);
      await removeProjectByForce(client);
      await client.removeStoragePool(unique);
    } finally {
      await Promise.all([busybox.remove(), other.remove(), client.close()]);
    }
  };
  try {
    await client.ensureProject();
    await client.ensureStoragePool(unique, 'dir', {});
    await client.importImage({ ...busybox, aliases: [unique], properties: {} });
    return { client, image: unique, pool: unique, tarballs: other, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
