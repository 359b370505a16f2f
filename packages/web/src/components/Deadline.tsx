import { printDeadline } from './printMoment.ts';
import { useDrawnAt } from './useMinute.ts';

/** A deadline as one has to know it: date, time and zone, and how far away it is. */
export function Deadline({ at }: { readonly at: string }) {
  const now = useDrawnAt();
  return <time dateTime={at}>{printDeadline(Date.parse(at), now)}</time>;
}
