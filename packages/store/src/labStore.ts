import type { CheckResult } from '@labcast/domain';
import type { PersonId } from './peopleStore.ts';
import type { Environment, EnvironmentId } from './store.ts';

/** A check that was run in an environment. */
export interface StoredCheckResult extends CheckResult {
  readonly environmentId: EnvironmentId;
  /** As people are told who it was. */
  readonly askedBy: string;
}

/** How one check went in one environment. */
export interface CheckProgress {
  readonly environmentId: EnvironmentId;
  readonly name: string;
  /** The last time. */
  readonly passed: boolean;
  readonly at: Date;
  /** How often it failed since it passed last. */
  readonly failures: number;
  /** When it passed last. */
  readonly passedAt?: Date;
}

export interface HelpRequest {
  readonly environmentId: EnvironmentId;
  readonly message: string;
  readonly askedBy: string;
  readonly since: Date;
}

/** Environments as those have them for whom they were made, and what is known of their work. */
export interface LabStore {
  /** By its id; undefined for one that is removed, for the disks of a checkpoint, and for what is no id. */
  findLab(id: string): Promise<Environment | undefined>;
  /** Those of a person that are not removed, newest first. */
  listOwnLabs(personId: PersonId): Promise<Environment[]>;

  /** Whose it is, by name. */
  listLabOwners(environmentId: EnvironmentId): Promise<{ id: PersonId; name: string }[]>;

  /** Keeps the last `mostTries` of each check; tells `seen`. */
  saveCheckResults(
    environmentId: EnvironmentId,
    results: readonly CheckResult[],
    askedBy: string,
  ): Promise<void>;
  /** Newest first. */
  listCheckResults(environmentId: EnvironmentId): Promise<StoredCheckResult[]>;
  listCheckProgress(environmentIds: readonly EnvironmentId[]): Promise<CheckProgress[]>;

  /** Once more changes the message; tells `seen`. */
  askHelp(
    environmentId: EnvironmentId,
    request: Pick<HelpRequest, 'message' | 'askedBy'>,
  ): Promise<HelpRequest>;
  /** Nobody asking is success; tells `seen`. */
  endHelp(environmentId: EnvironmentId): Promise<void>;
  listHelpRequests(environmentIds: readonly EnvironmentId[]): Promise<HelpRequest[]>;
}

/** Of one check in one environment. */
export const mostTries = 20;
