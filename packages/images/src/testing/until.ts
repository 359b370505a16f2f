import { setTimeout as sleep } from 'node:timers/promises';

/** The output once it matches: things come up while we ask. Throws with the last one after the time. */
export async function until(
  read: () => Promise<string>,
  pattern: RegExp,
  seconds = 30,
): Promise<string> {
  const end = performance.now() + seconds * 1000;
  let output = '';
  while (performance.now() < end) {
    output = await read();
    if (pattern.test(output)) return output;
    await sleep(200);
  }
  throw new Error(`Never matched ${String(pattern)}: ${output}`);
}
