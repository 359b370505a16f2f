import type { Image, IncusClient, Properties } from './client.ts';
import { IncusError, isIncusError, saysProjectAbsent } from './errors.ts';
import { isFingerprint } from './imageSource.ts';
import type { Operations } from './operations.ts';
import { pathOf, type Transport } from './transport.ts';
import { readFingerprint, uploadImage } from './uploadImage.ts';

export type ImageCalls = Pick<
  IncusClient,
  | 'listImages'
  | 'findImage'
  | 'importImage'
  | 'publishImage'
  | 'addImageProperties'
  | 'removeImage'
  | 'removeUnpackedImage'
>;

/** In a project without images of its own Incus answers with those of the default project. */
export function createImageCalls(transport: Transport, operations: Operations): ImageCalls {
  async function findByFingerprint(fingerprint: string): Promise<Image | undefined> {
    const path = pathOf('images', fingerprint);
    const answer = await unlessAbsent(transport.call({ method: 'GET', path }));
    return answer && readImage(answer.metadata as RawImage);
  }

  async function findByAlias(alias: string): Promise<Image | undefined> {
    const path = pathOf('images', 'aliases', alias);
    const answer = await unlessAbsent(transport.call({ method: 'GET', path }));
    return answer && findByFingerprint((answer.metadata as { target: string }).target);
  }

  async function moveAlias(name: string, target: string): Promise<void> {
    const path = pathOf('images', 'aliases', name);
    const move = (): Promise<unknown> =>
      transport.call({ method: 'PUT', path, body: { target, description: '' } });
    if ((await unlessAbsent(move())) !== undefined) return;
    try {
      const body = { name, target, description: '' };
      await transport.call({ method: 'POST', path: '/images/aliases', body });
    } catch (error) {
      // Somebody else made it in between.
      if (!isIncusError(error, 'conflict')) throw error;
      await move();
    }
  }

  return {
    addImageProperties: (fingerprint, properties) =>
      addProperties(transport, fingerprint, properties),
    async listImages() {
      const query = { recursion: '1' };
      const { metadata } = await transport.call({ method: 'GET', path: '/images', query });
      return (metadata as RawImage[]).map(readImage);
    },
    async findImage(aliasOrFingerprint) {
      const found = isFingerprint(aliasOrFingerprint)
        ? await findByFingerprint(aliasOrFingerprint)
        : undefined;
      return found ?? findByAlias(aliasOrFingerprint);
    },
    async importImage({ metadata, rootfs, aliases, properties }) {
      const fingerprint = await readFingerprint(metadata, rootfs);
      if ((await findByFingerprint(fingerprint)) === undefined) {
        await uploadImage(operations, metadata, rootfs);
      }
      if (Object.keys(properties).length > 0) {
        // Not with the upload: there Incus 6.0.4 adds them to a map that is nil when metadata.yaml has none.
        await addProperties(transport, fingerprint, properties);
      }
      for (const alias of aliases) await moveAlias(alias, fingerprint);
      const image = await findByFingerprint(fingerprint);
      if (image !== undefined) return image;
      throw new IncusError('not-found', `Image ${fingerprint} was removed while it was imported.`);
    },
    async publishImage(instance, { alias, properties }) {
      // Somebody who was killed meanwhile may have asked for it already.
      await operations.waitForTasksOn(instance);
      const before = await findByAlias(alias);
      if (before && hasAll(before.properties, properties)) return before;
      const source = { type: 'instance', name: instance };
      // The disk is the guest's own, packed or not as it is: compressing it again takes minutes and saves little.
      const body = { source, properties, compression_algorithm: 'none' };
      const { metadata } = await operations.run({
        method: 'POST',
        path: '/images',
        body,
        timeoutMs: publishTimeoutMs,
      });
      const { fingerprint } = metadata as { fingerprint: string };
      await moveAlias(alias, fingerprint);
      const image = await findByFingerprint(fingerprint);
      if (image !== undefined) return image;
      throw new IncusError('not-found', `Image ${fingerprint} was removed while it was made.`);
    },
    async removeUnpackedImage(pool, fingerprint) {
      const path = pathOf('storage-pools', pool, 'volumes', 'image', fingerprint);
      await unlessAbsent(transport.call({ method: 'DELETE', path }));
    },
    async removeImage(fingerprint) {
      await unlessAbsent(operations.run({ method: 'DELETE', path: pathOf('images', fingerprint) }));
    },
  };
}

async function addProperties(
  transport: Transport,
  fingerprint: string,
  properties: Properties,
): Promise<void> {
  const path = pathOf('images', fingerprint);
  await transport.call({ method: 'PATCH', path, body: { properties } });
}

const publishTimeoutMs = 1_800_000;

function hasAll(properties: Properties, wanted: Properties): boolean {
  return Object.entries(wanted).every(([key, value]) => properties[key] === value);
}

interface RawImage {
  readonly fingerprint: string;
  readonly aliases: readonly { readonly name: string }[] | null;
  readonly properties: Properties | null;
  readonly size: number;
}

function readImage(raw: RawImage): Image {
  return {
    fingerprint: raw.fingerprint,
    aliases: (raw.aliases ?? []).map(({ name }) => name),
    properties: raw.properties ?? {},
    sizeBytes: raw.size,
  };
}

async function unlessAbsent<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    // Without the project nothing is known of the image.
    if (isIncusError(error, 'not-found') && !saysProjectAbsent(error)) return undefined;
    throw error;
  }
}
