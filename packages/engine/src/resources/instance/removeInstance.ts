import type { Action } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { EngineDeps } from '../../deps.ts';
import { checkpointNotFound, imageNotFound } from './createInstance.ts';

type Removal = Extract<Action, { type: 'remove-instance' }>;

/**
 * Removes an instance with what is on its disk. Throws `image-not-found` or `checkpoint-not-found`, and leaves it as it
 * is, when there is nothing of which the one could be made that shall take its place.
 */
export async function removeInstance(
  { instance, replacedFrom }: Removal,
  environment: Environment,
  { incus, store }: Pick<EngineDeps, 'incus' | 'store'>,
): Promise<void> {
  if (replacedFrom) await refuseWithoutSource(replacedFrom, incus);
  await incus.removeInstance(instance);
  // At once, so that nobody takes it for a loss when the next look comes before the new one is made.
  if (environment.wanted !== 'absent' && !(await incus.findInstance(instance)))
    await store.markGone(environment.id, 'instance', [instance]);
}

async function refuseWithoutSource(
  source: NonNullable<Removal['replacedFrom']>,
  incus: EngineDeps['incus'],
): Promise<void> {
  if ('copyOf' in source) {
    if (!(await incus.findInstance(source.copyOf))) throw checkpointNotFound(source.element);
    return;
  }
  // An image server's is only known when it is asked for it.
  if (!source.image.includes(':') && !(await incus.findImage(source.image)))
    throw imageNotFound(source.image, source.element);
}
