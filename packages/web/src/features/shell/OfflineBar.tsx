import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { heardServer, useConnection } from '../../api/events/connection.ts';
import { printDuration } from '../../components/printDuration.ts';
import { useNow } from '../../components/useNow.ts';
import { shellText } from './shellText.ts';
import classes from './Shell.module.css';

/** Says how old everything on the page is while the server does not answer, and brings it up to date afterwards. */
export function OfflineBar() {
  const { isLost, heardAt } = useConnection();
  const now = useNow(isLost);
  useRecovery(isLost);
  useStaleColors(isLost);
  if (!isLost) return null;
  return (
    <div className={classes.lost} role="status">
      {shellText.lost(printDuration(now - heardAt))}
    </div>
  );
}

/** What was ready when the server was last heard may not be any more: nothing stays green. */
function useStaleColors(isLost: boolean): void {
  useEffect(() => {
    document.documentElement.toggleAttribute('data-stale', isLost);
    return () => document.documentElement.removeAttribute('data-stale');
  }, [isLost]);
}

const tryEveryMs = 2000;

/** Pages without a stream of events notice the return by asking. */
function useRecovery(isLost: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isLost) return;
    const timer = setInterval(() => {
      fetch('/healthz').then(
        ({ ok }) => {
          if (ok) heardServer();
        },
        () => undefined,
      );
    }, tryEveryMs);
    return () => {
      clearInterval(timer);
      void queries.invalidateQueries();
    };
  }, [isLost, queries]);
}
