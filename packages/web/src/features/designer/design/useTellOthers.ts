import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { sessionQuery } from '../../../api/session.ts';
import { designText } from '../designText.ts';
import type { DesignStore } from './designStore.ts';

interface TellOthersProps {
  readonly store: DesignStore;
  /** Who changed lab.yaml last. */
  readonly changedBy: string | undefined;
  readonly changedBetween: (before: string, after: string) => readonly string[];
}

/** Says who changed what, when it was somebody else: what moves by itself frightens. */
export function useTellOthers({ store, changedBy, changedBetween }: TellOthersProps): void {
  const self = useQuery(sessionQuery).data?.person?.name;
  const latest = useRef({ changedBy, changedBetween, self });
  latest.current = { changedBy, changedBetween, self };
  useEffect(() => {
    let { appliedText, text } = store.get();
    return store.subscribe(() => {
      const now = store.get();
      const [before, drawn] = [appliedText, text];
      ({ appliedText, text } = now);
      const { changedBy: who, self: me } = latest.current;
      // What this page applied was drawn here before it was applied.
      if (now.appliedText === before || now.appliedText === drawn || !who || who === me) return;
      const names = latest.current.changedBetween(before, now.appliedText);
      if (names.length === 0) return;
      const notice = designText.changedBy(who, names.join(', '));
      queueMicrotask(() => store.dispatch({ type: 'noticed', notice }));
    });
  }, [store]);
}
