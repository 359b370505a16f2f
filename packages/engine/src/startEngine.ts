import type { EngineDeps, ReconcileDeps } from './deps.ts';
import { createEnvironmentQueue } from './loops/environmentQueue.ts';
import { jobKinds } from './jobKinds.ts';
import { createJobs } from './loops/jobs.ts';
import { createHealthObserver } from './loops/observeHealth.ts';
import { createHostObserver } from './loops/observeHost.ts';
import { createReconcileLoop } from './loops/reconcileLoop.ts';
import { repeat } from './loops/repeat.ts';
import { watchWorld } from './loops/watchWorld.ts';
import { createSigns } from './observe/signs.ts';
import { createWorld } from './observe/world.ts';
import { createTurns } from './reconcile/createTurns.ts';
import { createUsualTimes } from './reconcile/usualTimes.ts';
import { carryOutSweep } from './sweep/carryOutSweep.ts';
import { checkUploads } from './uploads/checkUploads.ts';
import { lookAfterUploads } from './uploads/lookAfterUploads.ts';
import { withRoom } from './fullDisks/withRoom.ts';
import { defaultTimings } from './timings.ts';

export interface Engine {
  /** Lets the passes under way come to rest; whatever they left is picked up at the next start. */
  stop(): Promise<void>;
}

/** Starts every loop that makes the world as it is wanted. Several processes may do so on one database. */
export async function startEngine(deps: EngineDeps): Promise<Engine> {
  const timings = { ...defaultTimings, ...deps.timings };
  const all: ReconcileDeps = {
    ...deps,
    incus: withRoom(deps.incus, deps.host),
    timings,
    now: deps.now ?? (() => new Date()),
    world: createWorld(deps.incus, deps.host),
    inTurn: createTurns(deps.settings.concurrency, timings.tellPlaces),
    signs: createSigns(),
    usualTimes: createUsualTimes(deps.store, deps.logger),
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
  const uploadLoops = [
    repeat(
      'Looking after uploads',
      all.timings.lookForUploads,
      () => lookAfterUploads(all),
      deps.logger,
    ),
    repeat(
      'Checking uploads',
      all.timings.lookForUploads,
      (signal) => checkUploads(all, signal),
      deps.logger,
    ),
  ];
  const jobs = createJobs(jobKinds(all), all, timings.lookForJobs);
  const watch = await watchWorld(all, queue, () => jobs.wake());
  const healthLoop = repeat(
    'Looking at the health of the machines',
    timings.observeHealth,
    createHealthObserver(all, watch),
    deps.logger,
  );
  return {
    async stop() {
      await watch.stop();
      await jobs.stop();
      await Promise.all([
        queue.stop(),
        hostLoop.stop(),
        sweepLoop.stop(),
        healthLoop.stop(),
        ...uploadLoops.map((loop) => loop.stop()),
      ]);
    },
  };
}
