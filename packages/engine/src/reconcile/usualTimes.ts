import type { UsualTime } from '@labcast/domain';
import type { Store } from '@labcast/store';
import type { Logger } from 'pino';

export interface StepTime {
  readonly kind: string;
  readonly milliseconds: number;
}

/** How long steps take on this host. Knowing it is nice to have: nothing here ever fails. */
export interface UsualTimes {
  /** As of the last refresh. */
  find(kind: string | undefined): UsualTime | undefined;
  /** Reads them anew, unless that was done lately. */
  refresh(): Promise<void>;
  record(times: readonly StepTime[]): Promise<void>;
}

const freshMs = 30_000;

export function createUsualTimes(
  store: Pick<Store, 'listUsualTimes' | 'saveStepTimes'>,
  logger: Logger,
): UsualTimes {
  let known: ReadonlyMap<string, UsualTime> = new Map();
  let readAt = -Infinity;

  const quietly = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      logger.warn({ err: error }, 'The usual times of steps are not kept.');
    }
  };
  return {
    find: (kind) => (kind === undefined ? undefined : known.get(kind)),
    refresh: () =>
      quietly(async () => {
        if (performance.now() - readAt < freshMs) return;
        readAt = performance.now();
        known = await store.listUsualTimes();
      }),
    record: (times) => quietly(() => store.saveStepTimes(times)),
  };
}
