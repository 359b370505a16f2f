import type { Image, IncusClient } from '@labcast/incus';

/** Property of an image of which a pool has a whole unpacked copy: the name of the pool. */
export const unpackedProperty = 'user.labcast.unpacked';

type UnpackClient = Pick<
  IncusClient,
  'addImageProperties' | 'createInstance' | 'removeInstance' | 'removeUnpackedImage'
>;

/**
 * Has Incus unpack an image into the pool, so that no first machine waits for it. Incus trusts what it finds there: killed
 * while it unpacks, it leaves half a system that every later machine would get. So what is there without our note is thrown
 * away first. Answers whether anything was to be done.
 */
export async function unpackImage(
  { fingerprint, properties }: Image,
  pool: string,
  incus: UnpackClient,
): Promise<boolean> {
  if (properties[unpackedProperty] === pool) return false;
  const name = `labcast-unpack-${fingerprint.slice(0, 12)}`;
  await incus.removeInstance(name);
  await incus.removeUnpackedImage(pool, fingerprint);
  const devices = { root: { type: 'disk', path: '/', pool } };
  await incus.createInstance({ name, image: fingerprint, config: {}, devices, start: false });
  await incus.removeInstance(name);
  await incus.addImageProperties(fingerprint, { [unpackedProperty]: pool });
  return true;
}
