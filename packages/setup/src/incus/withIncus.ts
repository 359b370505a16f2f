import { createIncusClient, type IncusClient } from '@labcast/incus';
import type { Settings } from '../settings/settings.ts';
import { incusSocket } from './ensureIncus.ts';

/** Opens a client for the labs' project, and closes it whatever happens. */
export function withIncus<T>(
  settings: Settings,
  work: (incus: IncusClient) => Promise<T>,
): Promise<T> {
  return withIncusProject(settings.project, work);
}

/** The labs' project shares its images with Incus's own, where they are even when that project is gone. */
export function withIncusImages<T>(work: (incus: IncusClient) => Promise<T>): Promise<T> {
  return withIncusProject('default', work);
}

async function withIncusProject<T>(
  project: string,
  work: (incus: IncusClient) => Promise<T>,
): Promise<T> {
  const incus = createIncusClient({
    endpoint: { socketPath: incusSocket },
    project,
  });
  try {
    return await work(incus);
  } finally {
    await incus.close();
  }
}
