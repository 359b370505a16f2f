import { LabcastError } from '@labcast/domain';
import type { Store, Upload } from '@labcast/store';
import type { FastifyRequest } from 'fastify';

/** One's own; an administrator's are all. */
export function mayTouch({ identity }: FastifyRequest, upload: Upload): boolean {
  return identity?.caller.isAdministrator === true || upload.ownerId === identity?.person?.id;
}

export async function getUpload(
  { store }: { readonly store: Pick<Store, 'findUpload'> },
  request: FastifyRequest,
  id: string,
): Promise<Upload> {
  const upload = await store.findUpload(id);
  // Those of others are as if they were not there.
  if (upload && mayTouch(request, upload)) return upload;
  throw new LabcastError('upload-not-found', 'There is no such uploaded disk.', {
    remedy: 'Images lists those that there are, as labcast images does.',
  });
}
