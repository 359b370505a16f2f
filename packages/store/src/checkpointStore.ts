import type { ElementUsage, EnvironmentKey } from '@labcast/domain';
import type { AssignmentId, EnvironmentId, EnvironmentLock } from './store.ts';
import type { TaskId } from './taskStore.ts';

export type CheckpointId = string & { readonly __kind: 'CheckpointId' };

/** Why there is one: asked for by a person, or taken before something that would lose what was on the disks. */
export const checkpointReasons = [
  'asked',
  'before-restore',
  'before-promote',
  'before-reset',
  'before-update',
  'before-delete',
  'deadline',
] as const;
export type CheckpointReason = (typeof checkpointReasons)[number];

/** `requested` -> `kept`. */
export type CheckpointState = 'requested' | 'kept' | 'failed';

/** The disks of all machines of an environment at one moment, with the blueprint that they belong to. */
export interface Checkpoint {
  readonly id: CheckpointId;
  readonly assignmentId: AssignmentId;
  /** `c14`: counts within the assignment. */
  readonly number: number;
  /** The environment, of the role `checkpoint`, whose stopped instances hold the disks. */
  readonly environmentId: EnvironmentId;
  readonly key: EnvironmentKey;
  /** Of which it was taken, and what that is called: `dev`, `prod`, a student's name. */
  readonly sourceId: EnvironmentId;
  readonly sourceName: string;
  readonly reason: CheckpointReason;
  readonly note: string;
  readonly createdBy: string;
  readonly state: CheckpointState;
  readonly blueprint: string;
  /** How long the machines stood still. */
  readonly pauseMs?: number;
  readonly takenAt?: Date;
  /** What each element used when it was taken. */
  readonly usage: readonly ElementUsage[];
  /** Why it failed, in sentences for people. */
  readonly error?: string;
  readonly createdAt: Date;
  /** It is being deleted. */
  readonly isGoing: boolean;
}

export interface CheckpointOwner {
  readonly environmentId: EnvironmentId;
  readonly sourceId: EnvironmentId;
  readonly sourceName: string;
}

export interface CheckpointStore {
  /** Of an environment that is not removed; its blueprint is taken as it is now. Throws `environment-not-found`. */
  createCheckpoint(request: {
    readonly sourceId: EnvironmentId;
    readonly reason: CheckpointReason;
    readonly note?: string;
    readonly createdBy: string;
    /** A waiting task that keeps what is there by it: at the same moment it becomes `keeping`. Throws when it is not waiting. */
    readonly forTask?: TaskId;
  }): Promise<Checkpoint>;
  /** Removed or not. Throws `checkpoint-not-found`. */
  getCheckpoint(id: CheckpointId): Promise<Checkpoint>;
  /** One that is not removed. */
  findCheckpoint(assignmentId: AssignmentId, number: number): Promise<Checkpoint | undefined>;
  /** Those not removed, newest first. */
  listCheckpoints(assignmentId: AssignmentId): Promise<Checkpoint[]>;
  /** Of every checkpoint that ever was: the environment that holds its disks, and the one that it was taken of. */
  listCheckpointsEver(assignmentId: AssignmentId): Promise<CheckpointOwner[]>;
  /** Those not removed that are requested, oldest first. */
  listUnfinishedCheckpoints(): Promise<Checkpoint[]>;
  /** Those kept that were taken of a dev environment, before that date, because something of it was deleted. Oldest first. */
  listDeletionCheckpoints(takenBefore: Date): Promise<Checkpoint[]>;
  /** Tells those who watch the environment that it is of. */
  saveCheckpoint(
    id: CheckpointId,
    change: Partial<Pick<Checkpoint, 'state' | 'pauseMs' | 'takenAt' | 'usage' | 'error'>>,
  ): Promise<void>;
  /** Work on a checkpoint, task, run or rollout, by its id. Undefined while another process or call has it. */
  lockWork(id: string): Promise<EnvironmentLock | undefined>;
}
