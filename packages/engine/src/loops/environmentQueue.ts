import type { EnvironmentId } from '@labcast/store';

export interface EnvironmentQueue {
  /** Has the environment looked at, now or after a delay; an earlier time wins. */
  enqueue(id: EnvironmentId, delayMs?: number): void;
  /** As `enqueue`, and the pass under way begins no further step, because what is wanted has changed. */
  interrupt(id: EnvironmentId): void;
  /** Waits for the passes under way to come to rest. */
  stop(): Promise<void>;
}

interface Entry {
  running?: { readonly abort: AbortController; readonly ended: Promise<void> };
  timer?: { readonly handle: NodeJS.Timeout; readonly at: number };
  isDirty: boolean;
}

/**
 * One pass at a time for each environment, any number of environments at once. `work` returns after how many milliseconds to
 * look again, or undefined for when something happens; it is never told what happened, only where to look.
 */
export function createEnvironmentQueue(
  work: (id: EnvironmentId, signal: AbortSignal) => Promise<number | undefined>,
): EnvironmentQueue {
  const entries = new Map<EnvironmentId, Entry>();
  let isStopped = false;

  const run = (id: EnvironmentId, entry: Entry): void => {
    if (isStopped) return;
    clearTimeout(entry.timer?.handle);
    delete entry.timer;
    entry.isDirty = false;
    const abort = new AbortController();
    const ended = work(id, abort.signal).then((againInMs) => {
      delete entry.running;
      if (isStopped) return;
      if (entry.isDirty) run(id, entry);
      else if (againInMs !== undefined) schedule(id, entry, againInMs);
      else if (!entry.timer) entries.delete(id);
    });
    entry.running = { abort, ended };
  };

  const schedule = (id: EnvironmentId, entry: Entry, delayMs: number): void => {
    const at = Date.now() + delayMs;
    if (entry.timer && entry.timer.at <= at) return;
    clearTimeout(entry.timer?.handle);
    const handle = setTimeout(() => {
      delete entry.timer;
      begin(id, entry);
    }, delayMs);
    entry.timer = { handle, at };
  };

  const begin = (id: EnvironmentId, entry: Entry): void => {
    if (entry.running) entry.isDirty = true;
    else run(id, entry);
  };

  const entryOf = (id: EnvironmentId): Entry => {
    const entry = entries.get(id) ?? { isDirty: false };
    entries.set(id, entry);
    return entry;
  };

  return {
    enqueue(id, delayMs = 0) {
      if (isStopped) return;
      const entry = entryOf(id);
      if (delayMs === 0) begin(id, entry);
      else schedule(id, entry, delayMs);
    },
    interrupt(id) {
      if (isStopped) return;
      const entry = entryOf(id);
      entry.running?.abort.abort(new Error('What is wanted has changed.'));
      begin(id, entry);
    },
    async stop() {
      isStopped = true;
      for (const entry of entries.values()) {
        clearTimeout(entry.timer?.handle);
        entry.running?.abort.abort(new Error('Labcast is stopping.'));
      }
      await Promise.all(
        [...entries.values()].flatMap(({ running }) => (running ? [running.ended] : [])),
      );
    },
  };
}
