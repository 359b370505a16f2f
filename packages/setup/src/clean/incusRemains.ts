import type { IncusClient } from '@labcast/incus';
import { incusSocket } from '../incus/ensureIncus.ts';
import { findPool, poolMark, type PoolFacts } from '../incus/ensureIncusObjects.ts';
import type { Settings } from '../settings/settings.ts';
import { listOurImages } from '../incus/ourImages.ts';
import { withIncusImages } from '../incus/withIncus.ts';
import { SetupError } from '../run/setupError.ts';
import { httpGet } from '../services/httpGet.ts';

/** A pool that somebody else made and we were told to use is never removed. */
export function isOurPool(name: string, pool: PoolFacts): boolean {
  return pool.config[poolMark] === 'true' || name === 'labcast';
}

export async function listProjects(): Promise<string[]> {
  const answer = await httpGet({ socketPath: incusSocket }, '/1.0/projects');
  if (answer?.status !== 200) return [];
  const { metadata } = JSON.parse(answer.body) as { metadata: string[] };
  return metadata.map((path) => decodeURIComponent(path.slice(path.lastIndexOf('/') + 1)));
}

/** `name (project)` of every instance of others that runs. */
export async function listForeignRunningInstances(project: string): Promise<string[]> {
  const answer = await httpGet(
    { socketPath: incusSocket },
    '/1.0/instances?all-projects=true&recursion=1',
    30_000,
  );
  if (answer?.status !== 200) return [];
  const { metadata } = JSON.parse(answer.body) as {
    metadata: { name: string; project: string; status: string }[];
  };
  return metadata
    .filter((instance) => instance.project !== project && instance.status === 'Running')
    .map((instance) => `${instance.name} (${instance.project})`);
}

/** Every instance of the labs' project; a few at once, as stopping mostly waits. */
export async function removeInstances(
  incus: IncusClient,
  project: string,
  report: (text: string) => void,
): Promise<number> {
  if (!(await listProjects()).includes(project)) return 0;
  const waiting = (await incus.listInstances()).map((instance) => instance.name);
  const total = waiting.length;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      await incus.removeInstance(name);
      done += 1;
      report(`${String(done)} of ${String(total)} removed`);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return total;
}

export async function removeOurImages(settings: Settings): Promise<number> {
  const images = await listOurImages(settings);
  await withIncusImages(async (incus) => {
    for (const image of images) await incus.removeImage(image.fingerprint);
  });
  return images.length;
}

/** The project, and the pool when we made it. */
export async function removeProjectAndPool(incus: IncusClient, settings: Settings): Promise<void> {
  if ((await listProjects()).includes(settings.project)) await incus.removeProject();
  const pool = await findPool(settings.pool);
  if (!pool || !isOurPool(settings.pool, pool)) return;
  const others = pool.usedBy.filter((path) => !path.startsWith('/1.0/images/'));
  if (others.length > 0)
    throw new SetupError(
      `The storage pool ${settings.pool} is used by others: ${others.join(', ')}.`,
      { remedy: 'Remove or move these, then run `make clean-host` again.' },
    );
  await incus.removeStoragePool(settings.pool);
}
