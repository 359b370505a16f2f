import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again every `everyMs` until the answer is true or the time is over; returns the last answer. */
export async function waitUntil(
  ask: () => Promise<boolean>,
  limits: { timeoutMs: number; everyMs?: number },
): Promise<boolean> {
  const deadline = performance.now() + limits.timeoutMs;
  for (;;) {
    if (await ask()) return true;
    if (performance.now() > deadline) return false;
    await sleep(limits.everyMs ?? 200);
  }
}
