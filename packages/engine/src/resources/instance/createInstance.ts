import type { DesiredInstance } from '@labcast/domain';
import { LabcastError } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import { IncusError } from '@labcast/incus';

/** Makes and starts an instance. One of that name that appeared meanwhile is left to the next pass to judge. */
export async function createInstance(instance: DesiredInstance, incus: IncusClient): Promise<void> {
  const { name, image, config, devices } = instance;
  try {
    await incus.createInstance({ name, image, config, devices, start: true });
  } catch (error) {
    if (!(error instanceof IncusError)) throw error;
    if (error.kind === 'conflict') return;
    if (error.kind === 'not-found') throw imageNotFound(image, instance.element, error);
    throw error;
  }
}

export function imageNotFound(image: string, of: string, cause?: unknown): LabcastError {
  return new LabcastError('image-not-found', `The image ${image} of ${of} is not there.`, {
    cause,
    remedy: 'See which are: labcast images. Then correct the lab, or build the image with make up.',
  });
}
