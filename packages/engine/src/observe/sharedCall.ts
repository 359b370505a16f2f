/**
 * Lets many callers share one reading. A call that comes while a reading is under way does not get that one's result, which
 * may be older than the call, but shares the next with all others that wait: thirty environments look at Incus for the
 * price of two readings.
 */
export function sharedCall<Result>(read: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<unknown> | undefined;
  let next: Promise<Result> | undefined;

  const start = (): Promise<Result> => {
    const result = read();
    const ended = result.then(
      () => undefined,
      () => undefined,
    );
    running = ended;
    void ended.then(() => {
      if (running === ended) running = undefined;
    });
    return result;
  };

  return () => {
    if (!running) return start();
    next ??= running.then(() => {
      next = undefined;
      return start();
    });
    return next;
  };
}
