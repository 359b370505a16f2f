import type { ApiClient, EnvironmentView } from '@labcast/api-client';
import { CommandError } from '../commandError.ts';
import { findEnvironment } from '../connection/findEnvironment.ts';
import type { EnvironmentName } from '../environmentName.ts';
import { environmentName } from '../environmentName.ts';

export type ElementView = EnvironmentView['status']['elements'][number];

/** Throws `environment-not-found` also for one that was removed. */
export async function getPresentEnvironment(
  client: ApiClient,
  name: EnvironmentName,
): Promise<EnvironmentView> {
  const view = await findEnvironment(client, name);
  if (view) return view;
  throw new CommandError('environment-not-found', `${environmentName(name)} is not there.`, {
    remedy: 'See what is: labcast ls',
  });
}

/** Throws `element-not-found` with the names that there are. A cluster's nodes are found as `cluster-2`. */
export function getElement(view: EnvironmentView, name: string): ElementView {
  const { elements } = view.status;
  const found =
    elements.find((element) => element.name === name) ??
    elements.find((element) => element.instances.includes(`${view.key}-${name}`));
  if (found) return found;
  const names = elements.map((element) => element.name).join(', ');
  throw new CommandError(
    'element-not-found',
    `${environmentName(view)} has no element ${JSON.stringify(name)}.`,
    { remedy: names === '' ? 'It has none yet.' : `It has: ${names}.` },
  );
}
