const minuteMs = 60_000;

/** How near a deadline is: each nearness warns once. */
export type Nearness = 'day' | 'hour' | 'minutes';

const limits: readonly (readonly [Nearness, number])[] = [
  ['minutes', 10 * minuteMs],
  ['hour', 60 * minuteMs],
  ['day', 24 * 60 * minuteMs],
];

/** Undefined while there is a day or more, and when it is over. Times in milliseconds. */
export function deadlineWarning(deadline: number, now: number): Nearness | undefined {
  const left = deadline - now;
  if (left <= 0) return undefined;
  return limits.find(([, limit]) => left <= limit)?.[0];
}
