/** Whether somebody may see this window: it is neither minimised nor behind another tab. */
function isInSight(): boolean {
  return document.visibilityState === 'visible';
}

/** Resolves at once in a window that is in sight, else when it comes into sight or with the signal. */
export async function untilInSight(signal: AbortSignal): Promise<void> {
  if (isInSight() || signal.aborted) return;
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!isInSight() && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      signal.removeEventListener('abort', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look);
  });
}

/** Calls `act` whenever the window was out of sight for so long without a break. Returns the way to end it. */
export function onOutOfSight(milliseconds: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (!isInSight()) timer = setTimeout(act, milliseconds);
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
