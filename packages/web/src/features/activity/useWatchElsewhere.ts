import type { EnvironmentView } from '@labcast/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { followEvents } from '../../api/events/followEvents.ts';
import { spreadEvent } from '../../api/events/toldEvents.ts';
import { sameAssignment } from '../../api/sameAssignment.ts';
import { addActivity } from './activityStore.ts';
import { describeEnding } from './describeEnding.ts';

/** Notes and shows what ends while one is elsewhere, keeps the lists of courses true, and passes on what pages hear. */
export function useWatchElsewhere(): void {
  const queries = useQueryClient();
  const { history } = useRouter();
  useEffect(() => {
    const end = new AbortController();
    const known = new Map<string, EnvironmentView['status']['state']>();
    void followEvents({
      environment: undefined,
      signal: end.signal,
      tell: (event) => {
        spreadEvent(event);
        if (event.event !== 'environment') return;
        const { id, assignment, status, generation } = event.data;
        const before = known.get(id);
        known.set(id, status.state);
        if (before === status.state) return;
        if (before !== undefined) void queries.invalidateQueries({ queryKey: ['courses'] });
        // Of a class there are hundreds, and each has a page that tells of it.
        if (event.data.role !== 'dev' && event.data.role !== 'prod') return;
        const ending = describeEnding(before, event.data);
        if (!ending || isLookedAt(assignment, history.location.pathname)) return;
        const entry = {
          id: `${id} ${generation} ${status.state}`,
          at: Date.now(),
          assignment,
          ...ending,
        };
        addActivity(entry);
        void import('./showToast.tsx').then(({ showToast }) =>
          showToast(entry, (address) => history.push(address)),
        );
      },
    });
    return () => end.abort();
  }, [queries, history]);
}

/** Whoever is at the assignment sees it end there. */
function isLookedAt(assignment: string, path: string): boolean {
  const [, area, place] = path.split('/');
  return area === 'a' && place !== undefined && sameAssignment(place, assignment);
}
