export interface Statistics {
  readonly minimum: number;
  readonly median: number;
  readonly maximum: number;
}

/** Of at least one number. */
export function statistics(values: readonly number[]): Statistics {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    minimum: at(0),
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    maximum: at(sorted.length - 1),
  };
}

/** Seconds with two decimals: `min 3.01  median 3.20  max 4.00`. */
export function printSeconds(values: readonly number[]): string {
  const { minimum, median, maximum } = statistics(values);
  return `min ${minimum.toFixed(2)}  median ${median.toFixed(2)}  max ${maximum.toFixed(2)}`;
}

/** How many seconds a piece of work takes. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The least value that `share` percent of all do not exceed. Of at least one number. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)] ?? Number.NaN;
}
