import type { IncusClient } from '../client.ts';
import { isIncusError } from '../errors.ts';

/** With every instance in it, whatever their state; twice is once. */
export async function removeProjectByForce(client: IncusClient): Promise<void> {
  const instances = await client.listInstances().catch((error: unknown) => {
    if (isIncusError(error, 'not-found')) return [];
    throw error;
  });
  await Promise.all(instances.map(({ name }) => client.removeInstance(name)));
  await client.removeProject();
}
