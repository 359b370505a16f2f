/** What a rollout does: first copies, a later release for those that have one, or back to what was before. */
export const rolloutKinds = ['deploy', 'update', 'roll-back'] as const;
export type RolloutKind = (typeof rolloutKinds)[number];

/** `waiting` for its time -> `canary`, one copy alone -> `running`, the others in waves -> `done`. */
export const rolloutStates = [
  'waiting',
  'canary',
  'running',
  'paused',
  'done',
  'cancelled',
  'failed',
] as const;
export type RolloutState = (typeof rolloutStates)[number];

/**
 * What becomes of an environment or of one of its elements. `new`: made for the first time. `replace`: made anew from the
 * release, nobody's work is in it. `same`: left alone, the release has the same. `keep`: the student's stays.
 * `replace-kept`: made anew, the old disk stays attached read-only. `script`: stays, and the script runs in it.
 */
export const outcomes = ['new', 'replace', 'same', 'keep', 'replace-kept', 'script'] as const;
export type Outcome = (typeof outcomes)[number];

/** Whether anything is made or changed. */
export function touchesLab(outcome: Outcome): boolean {
  return outcome !== 'same' && outcome !== 'keep';
}

/** `kept`: nothing was to be done. */
export const targetStates = [
  'waiting',
  'starting',
  'ready',
  'failed',
  'kept',
  'cancelled',
] as const;
export type TargetState = (typeof targetStates)[number];

/** What to do with an element that the release changes and the student has touched. */
export const touchedChoices = ['keep', 'replace', 'script'] as const;
export type TouchedChoice = (typeof touchedChoices)[number];

/** The first that is given counts: of the environment, of the element, the default. */
export interface RolloutChoices {
  readonly default?: TouchedChoice;
  readonly elements?: Readonly<Record<string, TouchedChoice>>;
  readonly environments?: Readonly<Record<string, TouchedChoice>>;
}

export interface ElementOutcome {
  readonly name: string;
  readonly outcome: Outcome;
  /** How many files the student has changed, where that was looked at. */
  readonly touchedFiles?: number;
}
