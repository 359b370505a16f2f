import { useQuery } from '@tanstack/react-query';
import { isFollowed } from '../../../api/events/useLiveEnvironment.ts';
import { sessionQuery } from '../../../api/session.ts';
import type { ConsoleAddress } from '../../../routes/consoleAddress.ts';
import { decidesSize, otherViewers } from './otherViewers.ts';
import { viewersQuery, type Viewer } from './viewersQuery.ts';

const askEveryMs = 5000;

interface Company {
  /** Others who have the same console open. */
  readonly others: readonly Viewer[];
  /** False until it is known: who comes second must not change the size for a moment. */
  readonly decidesSize: boolean;
}

/** Who else is at a console. */
export function useViewers(address: ConsoleAddress, isShown: boolean): Company {
  const { assignment, environment, console } = address;
  const self = useQuery(sessionQuery).data?.person?.name ?? '';
  const { data, isPending } = useQuery({
    ...viewersQuery({ assignment, environment, element: console.element }),
    enabled: isShown,
    // A window of a console alone follows no events, and asks.
    refetchInterval: () => (isFollowed({ assignment, environment }) ? false : askEveryMs),
    retry: false,
  });
  return {
    others: otherViewers(data ?? [], self, console.kind),
    decidesSize: !isPending && decidesSize(data ?? [], self, console.kind),
  };
}
