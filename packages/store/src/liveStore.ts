import type { ElementUsage, UsageSample, UsualTime } from '@labcast/domain';
import type { PersonId } from './peopleStore.ts';
import type { EnvironmentId } from './store.ts';

/** What is true for moments: who looks, what is used, how long things take. Lost with a crash of the database. */
export interface LiveStore {
  /** Somebody looks at these: what they use is measured for so long. */
  watchUsage(ids: readonly EnvironmentId[], seconds: number): Promise<void>;
  /** Those that somebody looks at now and that are not removed. */
  listWatched(): Promise<EnvironmentId[]>;
  /** Keeps what was measured for some minutes, and tells `usage`. */
  saveUsage(
    at: Date,
    measured: readonly {
      readonly environmentId: EnvironmentId;
      readonly elements: readonly ElementUsage[];
    }[],
  ): Promise<void>;
  /** The last 60, oldest first. */
  listUsage(id: EnvironmentId): Promise<UsageSample[]>;
  findLatestUsage(id: EnvironmentId): Promise<UsageSample | undefined>;

  /** Tells `presence` when that, or somebody's silence, changes who looks at it. */
  markPresent(id: EnvironmentId, personId: PersonId, seconds: number): Promise<void>;
  /** Gone already is success. */
  markAbsent(id: EnvironmentId, personId: PersonId): Promise<void>;
  /** By name. */
  listPresent(id: EnvironmentId): Promise<{ readonly id: PersonId; readonly name: string }[]>;

  saveStepTimes(
    times: readonly { readonly kind: string; readonly milliseconds: number }[],
  ): Promise<void>;
  /** Of the last 50 of each kind. */
  listUsualTimes(): Promise<ReadonlyMap<string, UsualTime>>;
}
