import type { ApiClient, EnvironmentView } from '@labcast/api-client';
import type { EnvironmentName } from '../environmentName.ts';
import { asApiError } from './asApiError.ts';

/** Undefined when it never was or is removed. */
export async function findEnvironment(
  client: ApiClient,
  name: EnvironmentName,
): Promise<EnvironmentView | undefined> {
  try {
    const view = await client.environment(name.assignment, name.environment);
    return view.removedAt === undefined ? view : undefined;
  } catch (error) {
    const code = asApiError(error)?.code;
    if (code === 'environment-not-found' || code === 'assignment-not-found') return undefined;
    throw error;
  }
}
