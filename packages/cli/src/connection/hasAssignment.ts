import type { ApiClient } from '@labcast/api-client';
import { asApiError } from './asApiError.ts';

/** Whether it is there, blank ones without any environment too. By name, slug or handle. */
export async function hasAssignment(client: ApiClient, assignment: string): Promise<boolean> {
  try {
    await client.assignment(assignment);
    return true;
  } catch (error) {
    const code = asApiError(error)?.code;
    if (code === 'assignment-not-found' || code === 'environment-not-found') return false;
    throw error;
  }
}
