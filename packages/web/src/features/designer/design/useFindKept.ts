import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { checkpointQuery, checkpointsQuery } from '../../../api/pipeline.ts';
import { listLost, type Kept } from './keptDisks.ts';
import type { DesignStore } from './designStore.ts';

/** More deletions nobody walks back at once. */
const mostCheckpoints = 5;

/**
 * Asks the server in which checkpoints deleted work is, whenever the lab became another one without an answer to this page:
 * the page was reloaded before it came, or the checkpoint took longer than an answer may. Without it undo would draw the
 * element and not bring back what was on it. True while that is not known.
 */
export function useFindKept(slug: string, store: DesignStore, toldText: string): boolean {
  const queries = useQueryClient();
  const [found, setFound] = useState<string>();
  const isWanted = store.get().undoable.length > 0;
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    const find = async () => {
      const { checkpoints } = await queries.query(checkpointsQuery(slug));
      const numbers = checkpoints
        .filter(
          ({ source, reason, state }) =>
            source === 'dev' && reason === 'before-delete' && state === 'kept',
        )
        .map(({ number }) => number)
        .slice(0, mostCheckpoints);
      const kept = await Promise.all(
        numbers.map(async (number): Promise<Kept> => {
          const { blueprint } = await queries.query(checkpointQuery(slug, number));
          return { checkpoint: number, text: blueprint };
        }),
      );
      if (isOver) return;
      // The newest comes first, and counts.
      const lost = kept.toReversed().map((one) => listLost(one, store.get().appliedText));
      store.dispatch({ type: 'found', kept: Object.assign({}, ...lost) as Record<string, Kept> });
    };
    find()
      // Then undo draws the element empty, as it does where nothing was kept.
      .catch(() => undefined)
      .finally(() => {
        if (!isOver) setFound(toldText);
      });
    return () => {
      isOver = true;
    };
  }, [queries, slug, store, toldText, isWanted]);
  return isWanted && found !== toldText;
}
