import { LabcastError, parseBlueprint, uploadImageName } from '@labcast/domain';
import type { Store, Upload } from '@labcast/store';
import { listKnownImages } from './listKnownImages.ts';

/** Throws `image-in-use`, with the labs that need it. */
export async function refuseWhileUsed(
  { name, state }: Upload,
  { store }: { readonly store: Pick<Store, 'listUploads' | 'listEnvironments'> },
): Promise<void> {
  if (state !== 'ready') return;
  const catalogue = await listKnownImages(store);
  const users = (await store.listEnvironments()).filter(({ blueprint, wanted }) => {
    if (wanted === 'absent') return false;
    const parsed = parseBlueprint(blueprint, { file: 'lab.yaml', catalogue });
    if ('problems' in parsed) return false;
    return Object.values(parsed.blueprint.elements).some(
      (element) => element.kind === 'vm' && element.image === uploadImageName(name),
    );
  });
  if (users.length === 0) return;
  const labs = users.map((one) => `${one.assignmentName}/${one.name}`).join(', ');
  throw new LabcastError('image-in-use', `The disk ${name} is used by ${labs}.`, {
    remedy: 'Destroy these labs, or let their machines have another image, and try again.',
  });
}
