import type { EnvironmentLock, Store } from '@labcast/store';
import type { Logger } from 'pino';

export interface Jobs {
  /** Looks now, because something happened. */
  wake(): void;
  /** Lets the work under way come to rest. */
  stop(): Promise<void>;
}

export interface JobKind {
  /** For the log, as `Checkpoints`. */
  readonly what: string;
  /** Those that are not at their end, in the order in which they shall begin. */
  readonly list: () => Promise<readonly { readonly id: string }[]>;
  /** Brings one as far as it goes now; while it stays in the list it is called again. */
  readonly work: (id: string, signal: AbortSignal) => Promise<void>;
}

/**
 * Works on everything that takes several steps: each job at most once at a time among all processes, any number of jobs at
 * once. What it needs to know is in the database, so a killed process is continued by the next.
 */
export function createJobs(
  kinds: readonly JobKind[],
  deps: { store: Pick<Store, 'lockWork'>; logger: Logger },
  everyMs: number,
): Jobs {
  const running = new Map<string, Promise<void>>();
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let isDirty = false;

  const run = async ({ what, work }: JobKind, id: string): Promise<void> => {
    let lock: EnvironmentLock | undefined;
    try {
      lock = await deps.store.lockWork(id);
      if (lock) await work(id, AbortSignal.any([abort.signal, lock.lost]));
    } catch (error) {
      if (!abort.signal.aborted)
        deps.logger.warn({ err: error, workId: id }, `${what}: one did not work; trying again.`);
    } finally {
      await lock?.release();
    }
  };

  const begin = async (kind: JobKind): Promise<void> => {
    const jobs = await kind.list().catch((error: unknown) => {
      deps.logger.warn({ err: error }, `${kind.what} could not be listed; trying again.`);
      return [];
    });
    for (const { id } of jobs) {
      if (running.has(id) || abort.signal.aborted) continue;
      const ended = run(kind, id).finally(() => running.delete(id));
      running.set(id, ended);
    }
  };

  /** One look at a time; whoever asks during it gets another one. */
  const look = (): void => {
    clearTimeout(timer);
    if (looking) return void (isDirty = true);
    isDirty = false;
    looking = Promise.all(kinds.map(begin)).then(() => {
      looking = undefined;
      if (!abort.signal.aborted) timer = setTimeout(look, isDirty ? 0 : everyMs);
    });
  };

  let wakeUp: NodeJS.Timeout | undefined;
  look();
  return {
    wake() {
      // Many things happen at once, and one look sees them all.
      wakeUp ??= setTimeout(() => {
        wakeUp = undefined;
        look();
      }, 20);
    },
    async stop() {
      abort.abort();
      clearTimeout(timer);
      clearTimeout(wakeUp);
      await looking;
      await Promise.all(running.values());
    },
  };
}
