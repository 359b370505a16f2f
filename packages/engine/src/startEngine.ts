import PQueue from 'p-queue';
import type { EngineDeps, ReconcileDeps } from './deps.ts';
import { createEnvironmentQueue } from './loops/environmentQueue.ts';
import { createHostObserver } from './loops/observeHost.ts';
import { createReconcileLoop } from './loops/reconcileLoop.ts';
import { repeat } from './loops/repeat.ts';
import { watchWorld } from './loops/watchWorld.ts';
import { createWorld } from './observe/world.ts';
import { carryOutSweep } from './sweep/carryOutSweep.ts';
import { defaultTimings } from './timings.ts';

export interface Engine {
  /** Lets the passes under way come to rest; whatever they left is picked up at the next start. */
  stop(): Promise<void>;
}

/** Starts every loop that makes the world as it is wanted. Several processes may do so on one database. */
export async function startEngine(deps: EngineDeps): Promise<Engine> {
  const turns = new PQueue({ concurrency: deps.settings.concurrency });
  const all: ReconcileDeps = {
    ...deps,
    timings: { ...defaultTimings, ...deps.timings },
    world: createWorld(deps.incus, deps.host),
    inTurn: (work) => turns.add(work),
  };
  const queue = createEnvironmentQueue(createReconcileLoop(all));
  const hostLoop = repeat(
    'Looking at the lab host',
    all.timings.observeHost,
    createHostObserver(all),
    deps.logger,
  );
  const sweepLoop = repeat(
    'Sweeping',
    all.timings.lookForSweeps,
    () => carryOutSweep(all),
    deps.logger,
  );
  const stopWatching = await watchWorld(all, queue);
  return {
    async stop() {
      await stopWatching();
      await Promise.all([queue.stop(), hostLoop.stop(), sweepLoop.stop()]);
    },
  };
}
