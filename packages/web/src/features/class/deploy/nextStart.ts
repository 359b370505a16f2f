const quarterMs = 15 * 60_000;

/** The next quarter of an hour that is at least ten minutes away. Milliseconds in, ISO 8601 out. */
export function nextStart(now: number): string {
  return new Date(Math.ceil((now + 10 * 60_000) / quarterMs) * quarterMs).toISOString();
}
