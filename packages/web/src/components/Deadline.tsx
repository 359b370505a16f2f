import { printDeadline } from './printMoment.ts';
import { useMinute } from './useMinute.ts';

/** A deadline as one has to know it: date, time and zone, and how far away it is. */
export function Deadline({ at }: { readonly at: string }) {
  const now = Math.max(useMinute(), Date.now());
  return <time dateTime={at}>{printDeadline(Date.parse(at), now)}</time>;
}
