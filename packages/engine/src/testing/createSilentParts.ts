import type { ReconcileDeps } from '../deps.ts';
import { createSigns } from '../observe/signs.ts';

/** What a test of something else needs and does not look at. */
export function createSilentParts(): Pick<ReconcileDeps, 'inTurn' | 'signs' | 'usualTimes'> {
  return {
    inTurn: (work) => work(),
    signs: createSigns(),
    usualTimes: {
      find: () => undefined,
      refresh: () => Promise.resolve(),
      record: () => Promise.resolve(),
    },
  };
}
