import type { Refusal } from '../units/refusal.ts';

/** What is wrong at a path of `lab.yaml`, before anybody looked up its line. */
export interface PlacedProblem extends Refusal {
  readonly path: readonly PropertyKey[];
}

/** Takes down a problem; the work goes on, so that all of them are found at once. */
export type Report = (path: readonly PropertyKey[], refusal: Refusal) => void;
