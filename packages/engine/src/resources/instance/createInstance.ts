import type { DesiredInstance } from '@labcast/domain';
import { LabcastError, catalogueImages, closestName, keptDevices } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import { IncusError } from '@labcast/incus';
import { hasIdsOfAnother, idsShared } from './sharedIds.ts';

const mostTries = 4;

/** Makes and starts an instance. One of that name that appeared meanwhile is left to the next pass to judge. */
export async function createInstance(instance: DesiredInstance, incus: IncusClient): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    await make(instance, incus);
    if (!(await hasIdsOfAnother(instance.name, incus))) return;
    await incus.removeInstance(instance.name);
  }
  throw idsShared(instance.element);
}

async function make(instance: DesiredInstance, incus: IncusClient): Promise<void> {
  const { name, image, copyOf, config, devices } = instance;
  try {
    if (copyOf === undefined)
      await incus.createInstance({ name, image, config, devices, start: true });
    else
      await incus.copyInstance({
        name,
        from: { instance: copyOf },
        config,
        devices: devicesOfCopy(instance),
        start: true,
      });
  } catch (error) {
    if (!(error instanceof IncusError)) throw error;
    if (error.kind === 'conflict') return;
    if (error.kind === 'not-found')
      throw copyOf === undefined
        ? imageNotFound(image, instance.element, error)
        : checkpointNotFound(instance.element, error);
    throw error;
  }
}

/** Those that an instance keeps for life come with the original: a copied cluster runs the very Kubernetes that it ran. */
export function devicesOfCopy({ devices }: DesiredInstance): DesiredInstance['devices'] {
  return Object.fromEntries(Object.entries(devices).filter(([name]) => !keptDevices.has(name)));
}

export function imageNotFound(image: string, of: string, cause?: unknown): LabcastError {
  const machines = catalogueImages.filter(({ kind }) => kind === 'machine');
  const likely = closestName(
    image,
    machines.map(({ name }) => name),
  );
  const question = likely === undefined || likely === image ? '' : `Did you mean ${likely}? `;
  return new LabcastError('image-not-found', `The image ${image} of ${of} is not there.`, {
    cause,
    remedy: `${question}Choose another one in the panel of ${of}, which lists what there is, as "labcast images" does. Or build it on the lab host: make up.`,
  });
}

export function checkpointNotFound(of: string, cause?: unknown): LabcastError {
  return new LabcastError(
    'checkpoint-not-found',
    `The disk of ${of} in the checkpoint from which it shall be made is not there.`,
    {
      cause,
      remedy: 'Somebody removed it outside Labcast. Choose another checkpoint or release.',
    },
  );
}
