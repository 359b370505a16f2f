import { labels } from '@labcast/domain';
import type { IncusClient, Instance } from '@labcast/incus';
import type { Environment } from '@labcast/store';

/** Of this environment alone: all that there are cost Incus more than anything else in a look at a lab of a large class. */
export async function listOwnInstances(
  { key }: Pick<Environment, 'key'>,
  incus: Pick<IncusClient, 'listInstancesNamed'>,
): Promise<Instance[]> {
  const named = await incus.listInstancesNamed(`${key}-`);
  return named.filter(({ config }) => config[labels.environment] === key);
}
