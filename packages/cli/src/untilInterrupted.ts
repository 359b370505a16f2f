import { exitCodes } from './exitCodes.ts';

/** Runs something that ends with Ctrl-C, which is then exit code 130 without another word. */
export async function untilInterrupted(
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const interrupt = (): void => {
    process.exitCode = exitCodes.interrupted;
    stop.abort();
  };
  process.once('SIGINT', interrupt);
  try {
    await work(stop.signal);
  } finally {
    process.off('SIGINT', interrupt);
  }
}

export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
