import type { BeforeDisks } from '../plan/attachBefore.ts';
import type { Origins } from '../environment/origins.ts';
import type { EnvironmentKey } from '../environment/names.ts';

/** How long what was deleted in dev can be brought back: then its checkpoint goes by itself. */
export const undoHours = 24;

interface NeededCheckpoint {
  readonly id: string;
  readonly key: EnvironmentKey;
}

interface PossibleNeeds {
  readonly releases: readonly { readonly checkpointId: string; readonly number: number }[];
  readonly runs: readonly {
    readonly checkpointId: string;
    readonly number: number;
    readonly endedAt?: Date;
  }[];
  /** Of the same assignment, those not removed. */
  readonly environments: readonly {
    readonly role: string;
    readonly name: string;
    readonly origins: Origins;
    /** Of updates, still to be looked at. */
    readonly beforeDisks: BeforeDisks;
  }[];
}

/** The dev and prod environments have their own copies of the disks; others may have to be made anew from it. */
const lasting = new Set(['student', 'rehearsal']);

/** What keeps a checkpoint from being deleted, as `release r2`. */
export function checkpointNeeds(
  { id, key }: NeededCheckpoint,
  { releases, runs, environments }: PossibleNeeds,
): string[] {
  const of = releases.filter(({ checkpointId }) => checkpointId === id);
  const unfinished = runs.filter(({ checkpointId, endedAt }) => checkpointId === id && !endedAt);
  const made = environments.filter(
    ({ role, origins, beforeDisks }) =>
      lasting.has(role) && (beginsWith(origins, key) || Object.values(beforeDisks).includes(key)),
  );
  return [
    ...of.map(({ number }) => `release r${String(number)}`),
    ...unfinished.map(({ number }) => `run ${String(number)}`),
    ...made.map(({ name }) => `environment ${name}`),
  ];
}

export function beginsWith(origins: Origins, key: EnvironmentKey): boolean {
  return Object.values(origins).some((origin) => origin.key === key);
}
