import { printDuration } from './printDuration.ts';

const dayMs = 24 * 3600 * 1000;

/** A moment as one reads it: `just now`, `2 min ago`, `in 3 h`, and from a day on its date and time. */
export function printMoment(at: number, now: number): string {
  const distance = Math.abs(now - at);
  if (distance >= dayMs) return printDate(at);
  if (distance < 10_000) return 'just now';
  const coarse = distance < 60_000 ? distance : Math.floor(distance / 60_000) * 60_000;
  const hours = Math.floor(distance / 3_600_000);
  const words = hours > 0 ? `${hours} h` : printDuration(coarse);
  return at <= now ? `${words} ago` : `in ${words}`;
}

/** Date, time and zone, in the browser's own order. */
export function printDate(at: number): string {
  return new Date(at).toLocaleString(undefined, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
}

/** Of today, and soon: `14:05`. */
export function printTime(at: number): string {
  return new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
}

/** A deadline: always date, time and zone, and how far away it is: `27 Nov 2026, 23:59 CET, in 3 days`. */
export function printDeadline(at: number, now: number): string {
  const words = printDuration(coarsely(Math.abs(at - now)));
  return `${printDate(at)}, ${at <= now ? `${words} ago` : `in ${words}`}`;
}

/** Whole minutes from one minute on, whole hours from ten hours on. */
function coarsely(distanceMs: number): number {
  const unit = distanceMs < 60_000 ? 1000 : distanceMs < 36_000_000 ? 60_000 : 3_600_000;
  return Math.floor(distanceMs / unit) * unit;
}
