import type { ReconcileDeps } from '../deps.ts';
import { createSigns } from '../observe/signs.ts';

/** What a test of something else needs and does not look at. */
export function createSilentParts(): Pick<
  ReconcileDeps,
  'inTurn' | 'now' | 'signs' | 'usualTimes'
> {
  return {
    inTurn: (work) => work(),
    now: () => new Date(),
    signs: createSigns(),
    usualTimes: {
      find: () => undefined,
      refresh: () => Promise.resolve(),
      record: () => Promise.resolve(),
    },
  };
}
