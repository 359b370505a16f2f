import { useEffect, useState } from 'react';

const everyMs = 30_000;

/** The time in milliseconds, twice a minute: enough for `2 min ago`. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The time of each drawing, which comes twice a minute at least: what came a moment ago is not told by the minute before. */
export function useDrawnAt(): number {
  return Math.max(useMinute(), Date.now());
}
