import type { IncusEvent } from '@labcast/incus';
import type { EnvironmentId } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import type { Signs } from '../observe/signs.ts';
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

export interface WorldWatch {
  /** Has the environment with that key looked at, if it is one of ours. */
  lookAt(key: string): void;
  lookAtAll(): void;
  stop(): Promise<void>;
}

/** Turns what happens, in the database and in Incus, into environments to look at. */
export async function watchWorld(
  deps: ReconcileDeps,
  queue: EnvironmentQueue,
  wakeJobs: () => void = () => undefined,
): Promise<WorldWatch> {
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

  const lookAt = (key: string): void => {
    const id = idByKey.get(key);
    if (id) queue.enqueue(id, deps.timings.eventsSettle);
  };

  const learnKey = async (id: EnvironmentId): Promise<void> => {
    const environment = await deps.store.getEnvironment(id);
    idByKey.set(environment.key, id);
  };

  const stopWatchingStore = await deps.store.watchEnvironments((change) => {
    if (!change || ['wanted', 'seen', 'runs'].includes(change.what)) wakeJobs();
    if (!change) return void lookAtAll();
    if (change.what !== 'wanted') return;
    queue.interrupt(change.environmentId);
    learnKey(change.environmentId).catch((error: unknown) => {
      deps.logger.warn({ err: error }, 'The key of an environment could not be read.');
    });
  });
  const stopWatchingIncus = deps.incus.watchEvents((event) => {
    // While Incus is away nobody knows how the labs are, and that shall be seen.
    if (event.type === 'reconnected' || event.type === 'disconnected') return void lookAtAll();
    noteStop(event, deps.signs);
    if (event.type !== 'lifecycle' || !tellingActions.has(event.action ?? '')) return;
    lookAt(event.instance?.split('-')[0] ?? '');
  });
  await lookAtAll();
  return {
    lookAt,
    lookAtAll: () => void lookAtAll(),
    async stop() {
      isStopped = true;
      clearTimeout(retry);
      stopWatchingIncus();
      await stopWatchingStore();
    },
  };
}

/** Only the event tells who stopped a machine; that it is stopped is seen by looking. */
function noteStop({ action, instance, isRequested }: IncusEvent, { stops }: Signs): void {
  if (instance === undefined) return;
  if (action === 'instance-started' || action === 'instance-deleted') stops.delete(instance);
  if (action === 'instance-stopped' || action === 'instance-shutdown')
    stops.set(instance, isRequested ? 'asked-for' : 'from-inside');
}
