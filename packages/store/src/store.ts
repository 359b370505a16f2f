import type {
  BeforeDisks,
  ElementWishes,
  EnvironmentKey,
  EnvironmentStatus,
  HostObservation,
  Origins,
} from '@labcast/domain';
import type { CheckpointStore } from './checkpointStore.ts';
import type { ComparisonStore } from './comparisonStore.ts';
import type { ConsoleStore } from './consoleStore.ts';
import type { CourseId, CourseStore } from './courseStore.ts';
import type { NewEnvironment } from './createEnvironment.ts';
import type { LabStore } from './labStore.ts';
import type { LayoutStore } from './layoutStore.ts';
import type { LedgerStore } from './ledgerStore.ts';
import type { LiveStore } from './liveStore.ts';
import type { PeopleStore } from './peopleStore.ts';
import type { Exam, RolloutStore } from './rolloutStore.ts';
import type { RosterStore } from './rosterStore.ts';
import type { ReleaseStore } from './releaseStore.ts';
import type { RunId, RunStore } from './runStore.ts';
import type { SweepStore } from './sweepStore.ts';
import type { TaskStore } from './taskStore.ts';
import type { TypeStore } from './typeStore.ts';
import type { UploadStore } from './uploadStore.ts';

export type EnvironmentId = string & { readonly __kind: 'EnvironmentId' };
export type AssignmentId = string & { readonly __kind: 'AssignmentId' };

export interface Assignment {
  readonly id: AssignmentId;
  /** Lowercase letters, digits and dashes; unique among those that are not removed. */
  readonly name: string;
  /** The type that it was made of, or undefined when it came from a `lab.yaml`. */
  readonly type?: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly createdAt: Date;
  /** Undefined for one that belongs to no course, as those that `labcast create` makes. */
  readonly courseId?: CourseId;
  /** What people call it: the name, unless it is in a course. */
  readonly title: string;
  /** `firewall-basics-4f2c` follows the title; the name, unless it is in a course. */
  readonly slug: string;
  /** The `lab.yaml` that its dev environment begins with, while there is none. */
  readonly draft?: string;
  readonly removedAt?: Date;
}

export interface Environment {
  readonly id: EnvironmentId;
  readonly key: EnvironmentKey;
  readonly assignmentId: AssignmentId;
  readonly assignmentName: string;
  /** As in `Assignment`. */
  readonly assignmentType?: string;
  /** As in `Assignment`. */
  readonly courseId?: CourseId;
  readonly role: 'dev' | 'prod' | 'student' | 'rehearsal' | 'checkpoint';
  /** `dev`, `prod`, or the student's: the part after the slash. */
  readonly name: string;
  readonly wanted: 'running' | 'stopped' | 'absent';
  /** `lab.yaml`, as the person wrote it. */
  readonly blueprint: string;
  /** Counts every change of what is wanted. */
  readonly generation: number;
  /** What is wanted of single elements. */
  readonly wishes: ElementWishes;
  /** The checkpoints whose disks its elements begin with. */
  readonly origins: Origins;
  /** Of a rehearsal: the run that it belongs to. */
  readonly runId?: RunId;
  /** The generation in which the blueprint changed last. */
  readonly blueprintGeneration: number;
  /** Who changed the blueprint last, as it is told to people. */
  readonly changedBy?: string;
  /** The generation that was last seen to be as wanted. */
  readonly settledGeneration: number;
  /** Counts from 2; the n-th address of the uplink's subnet is the gateway's. Unique among environments not removed. */
  readonly uplinkIndex: number;
  readonly status: EnvironmentStatus;
  /** The release that it has, when it came from one. */
  readonly releaseNumber?: number;
  /** Of a student's: as in the roster. */
  readonly section?: string;
  readonly team?: string;
  /** Longer than the others have, in minutes. */
  readonly extraMinutes: number;
  /** Since when nothing may change in it any more. */
  readonly frozenAt?: Date;
  /** When one of its owners was there last. */
  readonly lastSeenAt?: Date;
  /** When it was last wanted to run. */
  readonly wokenAt: Date;
  /** No network of it has internet, whatever its blueprint says. */
  readonly sealed: boolean;
  /** Elements whose disk from before an update stays attached, by the key of the checkpoint that holds it. */
  readonly beforeDisks: BeforeDisks;
  /** The rules of its assignment's class. */
  readonly deadline?: Date;
  readonly idleMinutes?: number;
  readonly exam?: Exam;
  /** When it is deployed, while that is still to come. */
  readonly deployAt?: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Set when nothing of it is left. */
  readonly removedAt?: Date;
}

export interface LogLine {
  readonly id: string;
  readonly at: Date;
  readonly level: 'info' | 'warning' | 'error';
  readonly element?: string;
  readonly message: string;
}

/** Held by one process at a time; lost with the database connection, so a killed server blocks nobody. */
export interface EnvironmentLock {
  /** Never fails, and may be called again. */
  release(): Promise<void>;
  /** Aborted when the connection that holds it is lost: from then on another process may hold it. */
  readonly lost: AbortSignal;
}

/** What shall be other than it was. */
export interface WantedChange {
  readonly wanted?: Environment['wanted'];
  readonly blueprint?: string;
  /** Who changes the blueprint. */
  readonly changedBy?: string;
  /** The wishes for single elements, made of those that there are. */
  readonly wishes?: (before: ElementWishes) => ElementWishes;
  readonly origins?: Origins;
  readonly sealed?: boolean;
  readonly beforeDisks?: Environment['beforeDisks'];
}

/** A change of an environment, told to every process. */
export interface EnvironmentChange {
  readonly environmentId: EnvironmentId;
  /**
   * `wanted`: the engine has to look. `seen`: status or log moved on, `usage`: there is a new sample, `presence`: others
   * look at it, `viewers`: somebody opened or left a console, `runs`: a run of its assignment's pipeline moved on,
   * `messages`: somebody told something to those whose it is, all for those who watch.
   */
  readonly what: (typeof changeKinds)[number];
}

export const changeKinds = [
  'wanted',
  'seen',
  'usage',
  'presence',
  'viewers',
  'runs',
  'messages',
] as const;

export interface Store
  extends
    CheckpointStore,
    ComparisonStore,
    ConsoleStore,
    CourseStore,
    LabStore,
    LayoutStore,
    LedgerStore,
    LiveStore,
    PeopleStore,
    RolloutStore,
    RosterStore,
    ReleaseStore,
    RunStore,
    SweepStore,
    TaskStore,
    TypeStore,
    UploadStore {
  /** Made once by the first migration; labels every Incus object. */
  getInstallationId(): Promise<string>;

  /**
   * Makes an assignment with its dev environment. `admit` runs inside the transaction, alone among all processes, with
   * the environments that are not removed; it throws to refuse. Throws `name-taken`.
   */
  createAssignment(
    request: {
      name: string;
      type?: string;
      parameters: Readonly<Record<string, string>>;
      blueprint: string;
    },
    admit: (others: readonly Environment[]) => void,
  ): Promise<{ assignment: Assignment; environment: Environment }>;
  listAssignments(): Promise<Assignment[]>;
  /**
   * Makes further environments of an assignment, all or none of them; `admit` as above. Throws `name-taken`, and
   * `assignment-not-found` for one that is removed.
   */
  createEnvironments(
    requests: readonly NewEnvironment[],
    admit?: (others: readonly Environment[]) => void,
  ): Promise<Environment[]>;

  /** One that is not removed; others are found by `listEnvironmentsEver`. */
  findEnvironment(assignmentName: string, name: string): Promise<Environment | undefined>;
  /** Removed or not. Throws `environment-not-found`. */
  getEnvironment(id: EnvironmentId): Promise<Environment>;
  /** Those not removed. */
  listEnvironments(): Promise<Environment[]>;
  /** Those not removed that may run: all but the disks of checkpoints. */
  listLabs(): Promise<Environment[]>;
  /** Ids of environments of which something may have to be done: not removed. */
  listEnvironmentIds(): Promise<EnvironmentId[]>;
  /**
   * New blueprint or wish: counts the generation up and tells `wanted`. `admit` as above, without this one.
   * An empty change tells the engine to try again. What is `absent` stays so: anything else throws
   * `environment-not-found`, as does any change of a removed one. Throws `blueprint-changed` when `ifGeneration` is
   * given and the blueprint is another one than it was then.
   */
  changeWanted(
    id: EnvironmentId,
    change: WantedChange,
    admit?: (others: readonly Environment[]) => void,
    ifGeneration?: number,
  ): Promise<Environment>;
  /** The engine's; tells `seen` unless it is what was saved last. Nothing happens to a removed one. `settledGeneration` only when it is as wanted. */
  saveStatus(
    id: EnvironmentId,
    status: EnvironmentStatus,
    settledGeneration?: number,
  ): Promise<void>;
  /** Ends an environment of which nothing is left, and its assignment with the last one. */
  markRemoved(id: EnvironmentId, status: EnvironmentStatus): Promise<void>;

  /** Environments of that assignment name, removed or not, newest first: what a receipt is looked up by. */
  listEnvironmentsEver(assignmentName: string): Promise<Environment[]>;

  appendLog(environmentId: EnvironmentId, line: Omit<LogLine, 'id' | 'at'>): Promise<void>;
  /** At most 5000 lines, oldest first, with ids greater than `after`. */
  listLog(environmentId: EnvironmentId, after?: string): Promise<LogLine[]>;

  /** Undefined while another process or call holds it. */
  lockEnvironment(id: EnvironmentId): Promise<EnvironmentLock | undefined>;
  /**
   * Throws `database-unavailable` when it cannot begin. Later it reconnects by itself.
   * Also called with undefined after a lost connection came back: look at everything again.
   */
  watchEnvironments(
    listener: (change: EnvironmentChange | undefined) => void,
  ): Promise<() => Promise<void>>;

  /** Written by the engine every few seconds; `at` tells its age. */
  saveHostObservation(observation: HostObservation): Promise<void>;
  findHostObservation(): Promise<{ observation: HostObservation; at: Date } | undefined>;

  /** SHA-256 of a token -> whether it is the administrator's. Tokens themselves are never stored. Replaces the one before. */
  saveAdminTokenHash(hash: string): Promise<void>;
  isAdminTokenHash(hash: string): Promise<boolean>;

  /** Throws `database-unavailable`. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
