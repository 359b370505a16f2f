import type { EnvironmentId } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import type { EnvironmentQueue } from './environmentQueue.ts';

/** Lifecycle events after which an environment may not be as wanted any more. Those of exec would answer our own looking. */
const tellingActions = new Set([
  'instance-started',
  'instance-stopped',
  'instance-shutdown',
  'instance-restarted',
  'instance-deleted',
  'instance-paused',
  'instance-resumed',
]);

/** Turns what happens, in the database and in Incus, into environments to look at. Returns the way to stop. */
export async function watchWorld(
  deps: ReconcileDeps,
  queue: EnvironmentQueue,
): Promise<() => Promise<void>> {
  const idByKey = new Map<string, EnvironmentId>();

  let retry: NodeJS.Timeout | undefined;
  let isStopped = false;
  const lookAtAll = async (): Promise<void> => {
    clearTimeout(retry);
    try {
      for (const environment of await deps.store.listEnvironments()) {
        idByKey.set(environment.key, environment.id);
        queue.enqueue(environment.id);
      }
    } catch (error) {
      // What was missed meanwhile is told by nobody else: the connection that listens may be well again already.
      deps.logger.warn({ err: error }, 'The environments could not be listed; trying again.');
      if (!isStopped) retry = setTimeout(() => void lookAtAll(), deps.timings.waitForNeighbour);
    }
  };

  const learnKey = async (id: EnvironmentId): Promise<void> => {
    const environment = await deps.store.getEnvironment(id);
    idByKey.set(environment.key, id);
  };

  const stopWatchingStore = await deps.store.watchEnvironments((change) => {
    if (!change) return void lookAtAll();
    if (change.what !== 'wanted') return;
    queue.interrupt(change.environmentId);
    learnKey(change.environmentId).catch((error: unknown) => {
      deps.logger.warn({ err: error }, 'The key of an environment could not be read.');
    });
  });
  const stopWatchingIncus = deps.incus.watchEvents((event) => {
    if (event.type === 'reconnected') return void lookAtAll();
    if (event.type !== 'lifecycle' || !tellingActions.has(event.action ?? '')) return;
    const key = event.instance?.split('-')[0];
    const id = key === undefined ? undefined : idByKey.get(key);
    if (id) queue.enqueue(id, deps.timings.eventsSettle);
  });
  await lookAtAll();
  return async () => {
    isStopped = true;
    clearTimeout(retry);
    stopWatchingIncus();
    await stopWatchingStore();
  };
}
