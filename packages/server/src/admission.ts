import {
  admit,
  catalogueImages,
  estimateNeeds,
  isUploadName,
  LabcastError,
  printSize,
  sumNeeds,
  uplinkAddresses,
  writeSize,
} from '@labcast/domain';
import type { Blueprint, CatalogueImage, HostObservation, Needs } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { RouteDeps } from './deps.ts';
import { listKnownImages } from './images/listKnownImages.ts';
import { isImageReady } from './isImageReady.ts';
import { needsOf } from './labs.ts';

/**
 * Looks at the host, and gives what the store asks inside its transaction: it throws `capacity-exceeded` when the lab
 * does not fit beside the others. `present` is the lab's text now, when one is changed. Throws `image-not-found`, and
 * `host-unavailable` when the host was never looked at.
 */
export async function admission(
  { store, settings }: Pick<RouteDeps, 'store' | 'settings'>,
  blueprint: Blueprint,
  present?: string,
): Promise<(others: readonly Environment[]) => void> {
  const seen = await store.findHostObservation();
  if (!seen) {
    throw new LabcastError('host-unavailable', 'Nobody has looked at the lab host yet.', {
      repeatable: true,
      remedy: 'Try again in a few seconds. If it stays so, run "labcast doctor".',
    });
  }
  const host = seen.observation;
  refuseMissingImages(blueprint, host);
  refuseUnfitUploads(blueprint, await listKnownImages(store));
  const presentNeeds = present === undefined ? undefined : needsOf(present);
  return (others) => {
    refuseWithoutAddress(others, host);
    admit({
      needs: estimateNeeds(blueprint),
      promised: promisedTo(others),
      host,
      overcommit: settings.overcommit,
      ...(presentNeeds && { present: presentNeeds }),
    });
  };
}

/** The sum of what the labs may use at most. */
export function promisedTo(
  environments: readonly Environment[],
): Pick<Needs, 'memoryBytes' | 'storageBytes'> {
  const needs = environments.map(({ blueprint }) => needsOf(blueprint));
  const { memoryBytes, storageBytes } = sumNeeds(needs.filter((one) => one !== undefined));
  return { memoryBytes, storageBytes };
}

/** Images of the catalogue alone: whether others are there is found out when they are fetched. */
function refuseMissingImages(blueprint: Blueprint, host: HostObservation): void {
  const elements = Object.values(blueprint.elements);
  const isNeeded = ({ name, kind }: (typeof catalogueImages)[number]) =>
    kind === 'gateway' ||
    elements.some((element) =>
      element.kind === 'cluster' ? kind === 'node' : element.image === name,
    );
  const missing = catalogueImages
    .filter((image) => isNeeded(image) && !isImageReady(image, host.images))
    .map(({ name }) => name);
  if (missing.length === 0) return;
  const what = missing.length === 1 ? 'The image' : 'The images';
  const has = missing.length === 1 ? 'has' : 'have';
  throw new LabcastError(
    'image-not-found',
    `${what} ${missing.join(', ')} ${has} not been built on this host.`,
    {
      remedy:
        'Build what is missing with "make up LABCAST_IMAGES=all", and try again half a minute later.',
    },
  );
}

/** An uploaded disk is there when it was looked at, and its machine needs room for all of it. */
function refuseUnfitUploads(blueprint: Blueprint, images: readonly CatalogueImage[]): void {
  for (const [name, element] of Object.entries(blueprint.elements)) {
    if (element.kind !== 'vm' || !isUploadName(element.image)) continue;
    const image = images.find((known) => known.name === element.image);
    if (!image)
      throw new LabcastError('image-not-found', `There is no uploaded disk ${element.image}.`, {
        remedy:
          'Images lists those that there are, and takes new ones, as labcast images and images upload do.',
      });
    const least = image.minimum.storageBytes;
    if (element.storageBytes >= least) continue;
    const message = `storage of ${name} is ${printSize(element.storageBytes)}, the disk ${image.name} has ${printSize(least)}`;
    const remedy = `Write ${writeSize(least)} or more.`;
    throw new LabcastError('blueprint-invalid', `${message}.`, {
      remedy,
      problems: [{ message, remedy, path: `elements.${name}.storage` }],
    });
  }
}

function refuseWithoutAddress(others: readonly Environment[], host: HostObservation): void {
  const most = uplinkAddresses(host.uplinkSubnet);
  if (others.length < most) return;
  throw new LabcastError(
    'capacity-exceeded',
    `All ${most} addresses of the uplink ${host.uplinkSubnet} are taken.`,
    { remedy: 'Destroy a lab that is not needed any more.' },
  );
}
