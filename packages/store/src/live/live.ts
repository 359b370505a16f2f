import type { Database } from '../connection/createDatabase.ts';
import type { LiveStore } from '../liveStore.ts';
import { createPresence } from './presence.ts';
import { createStepTimes } from './stepTimes.ts';
import { createUsage } from './usage.ts';

export function createLive(database: Database): LiveStore {
  return {
    ...createPresence(database),
    ...createStepTimes(database),
    ...createUsage(database),
  };
}
