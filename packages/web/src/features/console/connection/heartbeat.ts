/**
 * A line over which nothing comes may be quiet or dead, and a page cannot ask a socket. One small call for all consoles of
 * the page tells: a network that swallows it swallows the sockets too.
 */
const everyMs = 5000;
const answerWithinMs = 4000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Tells when the server is not reached any more. Returns the way to stop. */
export function watchHeartbeat(onDead: () => void): () => void {
  listeners.add(onDead);
  timer ??= setInterval(() => void beat(), everyMs);
  return () => {
    listeners.delete(onDead);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

async function beat(): Promise<void> {
  // Twice, because one lost packet is no lost line.
  if ((await isReached()) || (await isReached())) return;
  for (const listener of [...listeners]) listener();
}

let roundTripMs: number | undefined;

/** How long the last small call took; undefined before the first. */
export function lastRoundTripMs(): number | undefined {
  return roundTripMs;
}

async function isReached(): Promise<boolean> {
  const began = performance.now();
  try {
    await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(answerWithinMs) });
    roundTripMs = performance.now() - began;
    return true;
  } catch {
    return false;
  }
}
