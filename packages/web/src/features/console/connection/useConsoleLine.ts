import type { ElementStatus } from '@labcast/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { environmentQuery } from '../../../api/environments.ts';
import { RequestError } from '../../../api/RequestError.ts';
import type { ConsoleAddress } from '../../../routes/consoleAddress.ts';
import { ConsoleLine, type ConsoleLineOptions } from './ConsoleLine.ts';
import { viewersQuery } from '../viewers/viewersQuery.ts';
import { elementOutage, judgeOutage } from './judgeOutage.ts';
import type { Line } from './line.ts';

interface UseConsoleLine {
  readonly address: ConsoleAddress;
  /** Of the console's element, as it is known now. */
  readonly element: ElementStatus | undefined;
  /** Connects only then: there must be something to show it in. */
  readonly isReady: boolean;
  readonly url: () => string;
  readonly attach: ConsoleLineOptions['attach'];
}

/** A connection for as long as the component is there. */
export function useConsoleLine(options: UseConsoleLine): readonly [Line, ConsoleLine] {
  const queries = useQueryClient();
  const latest = useRef(options);
  latest.current = options;
  const { assignment, environment, console } = options.address;
  const line = useMemo(
    () =>
      new ConsoleLine({
        url: () => latest.current.url(),
        attach: (socket, self) => latest.current.attach(socket, self),
        look: async () => {
          const query = environmentQuery({ assignment, environment });
          const at = { assignment, environment, element: console.element };
          try {
            // Asked once and apart from the page's own queries, which repeat until there is an answer.
            const view = await queries.query({
              ...query,
              queryKey: [...query.queryKey, 'look'],
              staleTime: 0,
              retry: false,
            });
            const outage = judgeOutage({ elements: view.status.elements }, console.element);
            // Whoever may look at a lab may not always enter it, and a socket that was refused does not say so.
            if (!outage) await queries.query({ ...viewersQuery(at), staleTime: 0, retry: false });
            return outage;
          } catch (error) {
            const isOnline = navigator.onLine && error instanceof RequestError;
            return judgeOutage({ error, isOnline }, console.element);
          }
        },
      }),
    [queries, assignment, environment, console.element],
  );
  const { isReady } = options;
  useEffect(() => (isReady ? line.start() : undefined), [line, isReady]);
  useEffect(() => {
    if (options.element && !elementOutage(options.element)) line.wake();
  }, [line, options.element?.state]);
  return [useSyncExternalStore(line.subscribe, line.get), line];
}
