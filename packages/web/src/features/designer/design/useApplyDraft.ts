import type { EnvironmentView } from '@labcast/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { applyBlueprint, blueprintQuery, environmentQuery } from '../../../api/environments.ts';
import type { EnvironmentAddress } from '../../../api/environments.ts';
import { useIsServerLost } from '../../../api/events/connection.ts';
import { isUnreachable, RequestError } from '../../../api/RequestError.ts';
import { designText } from '../designText.ts';
import type { ApplyOptions, Refusal } from './Design.ts';
import type { DesignStore } from './designStore.ts';

/** Somebody who types has finished a thought. */
const typingPauseMs = 1500;
const tryAgainMs = 2000;

interface ApplyDraft {
  readonly isApplying: boolean;
  readonly refusal: Refusal | undefined;
  readonly dismissRefusal: () => void;
  readonly apply: (text: string, options?: ApplyOptions) => Promise<void>;
}

interface ApplyDraftProps {
  readonly address: EnvironmentAddress;
  readonly store: DesignStore;
  /** What may be applied without asking; undefined when nothing may. */
  readonly now: string | undefined;
  /** Elements that differ between two texts, for a refusal. */
  readonly changedBetween: (before: string, after: string) => readonly string[];
}

/** Sends what may happen at once, one call after the other, each made for the generation that it was drawn on. */
export function useApplyDraft(props: ApplyDraftProps): ApplyDraft {
  const { address, store, now, changedBetween } = props;
  const queries = useQueryClient();
  const [isApplying, setApplying] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [attempt, setAttempt] = useState(0);
  const isBusy = useRef(false);
  const isLost = useIsServerLost();

  const send = useCallback(
    async (text: string, options?: ApplyOptions): Promise<void> => {
      if (isBusy.current) return;
      isBusy.current = true;
      setApplying(true);
      const { generation, appliedText, bringBack } = store.get();
      try {
        const body = { blueprint: text, bringBack, ifGeneration: generation, ...losing(options) };
        const { keptIn, ...view } = await applyBlueprint(address, body);
        if (generation > 0 && view.generation === generation) {
          // Events tell when the checkpoint is kept and the change made.
          store.dispatch({ type: 'noticed', notice: designText.plan.stillKeeping });
          return;
        }
        keepAnswer(queries, address, view, text);
        const names = changedBetween(appliedText, text);
        store.dispatch({
          type: 'applied',
          text,
          generation: view.generation,
          // As it was asked on: an event may have told the new one before this answer.
          ...(keptIn !== undefined && { kept: { checkpoint: keptIn, names, text: appliedText } }),
        });
        setRefusal(undefined);
      } catch (error) {
        const { present } = error instanceof RequestError ? error : { present: undefined };
        if (present) store.dispatch({ type: 'received', ...present, text: present.blueprint });
        else if (isUnreachable(error))
          setTimeout(() => setAttempt((count) => count + 1), tryAgainMs);
        else {
          setRefusal({ error, elements: changedBetween(appliedText, text) });
          store.dispatch({ type: 'refused', text });
        }
      } finally {
        isBusy.current = false;
        setApplying(false);
      }
    },
    [address, store, queries, changedBetween],
  );

  const { appliedText, isTyping, conflict } = store.get();
  const isWanted = now !== undefined && now !== appliedText && !conflict;
  useEffect(() => {
    if (!isWanted || isApplying || isLost) return;
    const timer = setTimeout(() => void send(now), isTyping ? typingPauseMs : 0);
    return () => clearTimeout(timer);
  }, [isWanted, now, isTyping, isApplying, isLost, attempt, send]);

  const dismissRefusal = useCallback(() => setRefusal(undefined), []);
  return { isApplying, refusal, dismissRefusal, apply: send };
}

/** What is stored is lost with consent alone, and then a checkpoint of it is taken before. */
function losing(options: ApplyOptions | undefined) {
  const allowDataLoss = options?.allowDataLoss ?? false;
  return { allowDataLoss, keepFirst: allowDataLoss && options?.withoutKeeping !== true };
}

/** The answer is newer than what events and queries have told. */
function keepAnswer(
  queries: ReturnType<typeof useQueryClient>,
  address: EnvironmentAddress,
  view: EnvironmentView,
  blueprint: string,
): void {
  const { generation } = view;
  queries.setQueryData(blueprintQuery(address).queryKey, { blueprint, generation });
  queries.setQueryData(environmentQuery(address).queryKey, (shown) =>
    shown?.id === view.id && shown.generation >= generation ? shown : view,
  );
}
