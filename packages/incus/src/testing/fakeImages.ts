/* eslint-disable @typescript-eslint/require-await -- async, so that what is thrown is a rejection */
import { createHash } from 'node:crypto';

import { IncusError } from '../errors.ts';
import type { ImageCalls } from '../images.ts';
import type { FakeWorld } from './fakeWorld.ts';

/** Reads no files: the same paths are the same image. */
export function createFakeImages(world: FakeWorld): ImageCalls {
  return {
    listImages: async () => [...world.images.values()],
    findImage: async (aliasOrFingerprint) => world.findImage(aliasOrFingerprint),
    async importImage({ metadata, rootfs, aliases, properties }) {
      const fingerprint = createHash('sha256').update(`${metadata} ${rootfs}`).digest('hex');
      for (const [key, image] of world.images) {
        const kept = image.aliases.filter((alias) => !aliases.includes(alias));
        world.images.set(key, { ...image, aliases: kept });
      }
      const before = world.images.get(fingerprint);
      const image = {
        fingerprint,
        aliases: [...(before?.aliases ?? []), ...aliases],
        properties: { ...before?.properties, ...properties },
        sizeBytes: 1,
      };
      world.images.set(fingerprint, image);
      return image;
    },
    async publishImage(instance, { alias, properties }) {
      if (world.get(instance).instance.status !== 'Stopped') {
        throw new IncusError('rejected', 'Incus: Cannot export a running instance as an image');
      }
      const fingerprint = createHash('sha256').update(`${instance} ${alias}`).digest('hex');
      const image = { fingerprint, aliases: [alias], properties, sizeBytes: 1 };
      world.images.set(fingerprint, image);
      return image;
    },
    async addImageProperties(fingerprint, properties) {
      const image = world.images.get(fingerprint);
      if (!image) throw new IncusError('not-found', 'Incus: Image not found');
      world.images.set(fingerprint, {
        ...image,
        properties: { ...image.properties, ...properties },
      });
    },
    removeUnpackedImage: async () => undefined,
    async removeImage(fingerprint) {
      world.images.delete(fingerprint);
    },
  };
}
