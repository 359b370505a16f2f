import { exitCodes } from './exitCodes.ts';

/** Runs something that ends with Ctrl-C, which is then exit code 130 without another word. */
export async function untilInterrupted(
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    await work(stop.signal);
  } finally {
    process.off('SIGINT', interrupt);
  }
  // At once: connections that still wait for the other side's goodbye must not hold this process.
  if (stop.signal.aborted) process.exit(exitCodes.interrupted);
}

export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
