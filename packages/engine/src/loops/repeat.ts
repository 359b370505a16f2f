import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Does something again and again, also after it failed, until stopped; `stop` waits for the one under way. */
export function repeat(
  what: string,
  everyMs: number,
  work: (signal: AbortSignal) => Promise<void>,
  logger: Logger,
): { stop: () => Promise<void> } {
  const abort = new AbortController();
  const loop = async (): Promise<void> => {
    while (!abort.signal.aborted) {
      try {
        await work(abort.signal);
      } catch (error) {
        logger.warn({ err: error }, `${what} did not work; trying again.`);
      }
      await sleep(everyMs, undefined, { signal: abort.signal }).catch(() => undefined);
    }
  };
  const ended = loop();
  return {
    async stop() {
      abort.abort();
      await ended;
    },
  };
}
