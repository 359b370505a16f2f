import { createIncusClient, type IncusClient } from '@labcast/incus';
import type { Settings } from '../settings/settings.ts';
import { incusSocket } from './ensureIncus.ts';

/** Opens a client for the labs' project, and closes it whatever happens. */
export async function withIncus<T>(
  settings: Settings,
  work: (incus: IncusClient) => Promise<T>,
): Promise<T> {
  const incus = createIncusClient({
    endpoint: { socketPath: incusSocket },
    project: settings.project,
  });
  try {
    return await work(incus);
  } finally {
    await incus.close();
  }
}
