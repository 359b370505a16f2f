import { setTimeout as sleep } from 'node:timers/promises';
import { baseUrl } from './api.ts';
import { run } from './labcast.ts';
import type { RandomMoments } from './randomMoments.ts';
import { killIncus, killServer, makeUp } from './services.ts';
import { eventually } from './views.ts';

/**
 * While the work is under way the server is killed at two random moments, and incusd at one between. Whoever watches over
 * them starts them again. The work has to bear that nobody answers meanwhile.
 */
export async function underFire<Result>(
  moments: RandomMoments,
  spanMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const [first, between, last] = [0, 1, 2].map(() => moments.between(50, spanMs / 3));
  const faults = async (): Promise<void> => {
    await sleep(first);
    await killServer();
    await sleep(between);
    await killIncus();
    await incusIsBack();
    await sleep(last);
    await eventually('a server to kill', killServer, () => true, 30_000);
  };
  const [result] = await Promise.all([work(), faults()]);
  const ask = () => fetch(`${baseUrl}/readyz`);
  await eventually('the server answers', ask, ({ ok }) => ok);
  return result;
}

/** By itself, or as an administrator starts it where nobody watches over it. */
async function incusIsBack(): Promise<void> {
  const ask = () => run('incus', ['query', '/1.0']);
  await eventually('incusd answers', ask, ({ exitCode }) => exitCode === 0, 20_000).catch(makeUp);
}
