import type { Action } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import type { EngineDeps } from '../../deps.ts';
import { imageNotFound } from './createInstance.ts';

type Removal = Extract<Action, { type: 'remove-instance' }>;

/**
 * Removes an instance with what is on its disk. Throws `image-not-found`, and leaves it as it is, when the one that shall
 * take its place has no image.
 */
export async function removeInstance(
  { instance, replacedFrom }: Removal,
  environment: Environment,
  { incus, store }: Pick<EngineDeps, 'incus' | 'store'>,
): Promise<void> {
  // An image server's is only known when it is asked for it.
  const isOurs = replacedFrom !== undefined && !replacedFrom.includes(':');
  if (isOurs && !(await incus.findImage(replacedFrom))) throw imageNotFound(replacedFrom, instance);
  await incus.removeInstance(instance);
  // At once, so that nobody takes it for a loss when the next look comes before the new one is made.
  if (environment.wanted !== 'absent' && !(await incus.findInstance(instance)))
    await store.markGone(environment.id, 'instance', [instance]);
}
