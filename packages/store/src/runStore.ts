import type { RunStage, RunState, StageName } from '@labcast/domain';
import type { CheckpointId, CheckpointReason } from './checkpointStore.ts';
import type { AssignmentId, Environment, EnvironmentId } from './store.ts';

export type RunId = string & { readonly __kind: 'RunId' };

/** One checkpoint on its way through the pipeline. */
export interface Run {
  readonly id: RunId;
  readonly assignmentId: AssignmentId;
  /** Counts within the assignment. */
  readonly number: number;
  readonly checkpointId: CheckpointId;
  readonly checkpointNumber: number;
  readonly state: RunState;
  /** How many the class has: what the forecast is for. */
  readonly students: number;
  /** Rehearsed side by side. */
  readonly copies: number;
  /** Somebody has to approve it before it is promoted. */
  readonly approve: boolean;
  /** Without it the run ends once the checkpoint is proven. */
  readonly promote: boolean;
  /** How long a copy that failed in the rehearsal stays. */
  readonly keepFailedMinutes: number;
  readonly note: string;
  readonly requestedBy: string;
  /** Counts how often it was begun. */
  readonly attempt: number;
  /** Stages that passed in this attempt or a later one need not be done again. */
  readonly firstAttempt: number;
  /** Of all attempts, in the order in which they began. */
  readonly stages: readonly RunStage[];
  readonly approvedBy?: string;
  /** Whoever asked for its end. */
  readonly cancelledBy?: string;
  /** Another process went on with it after one was killed. */
  readonly resumed: boolean;
  readonly createdAt: Date;
  readonly startedAt?: Date;
  readonly endedAt?: Date;
  /** Number of the release that it made. */
  readonly release?: number;
}

export interface NewRun {
  readonly assignmentId: AssignmentId;
  /** Undefined: one is taken of `devId` first. */
  readonly checkpointId?: CheckpointId;
  readonly devId: EnvironmentId;
  readonly students: number;
  readonly copies: number;
  readonly approve: boolean;
  readonly promote: boolean;
  readonly keepFailedMinutes: number;
  readonly note: string;
  readonly requestedBy: string;
  /** Of the checkpoint that is taken first. */
  readonly reason?: CheckpointReason;
}

export interface RunLogLine {
  readonly id: string;
  readonly at: Date;
  readonly stage: StageName;
  readonly attempt: number;
  /** Of the rehearsal, counted from 1. */
  readonly copy?: number;
  readonly element?: string;
  readonly level: 'info' | 'warning' | 'error';
  readonly message: string;
}

export type NewRunLogLine = Omit<RunLogLine, 'id' | 'at'>;

/** Every change tells `runs` of the environments of its assignment. */
export interface RunStore {
  createRun(request: NewRun): Promise<Run>;
  getRun(id: RunId): Promise<Run>;
  findRun(assignmentId: AssignmentId, number: number): Promise<Run | undefined>;
  /** Newest first. */
  listRuns(assignmentId: AssignmentId, most: number): Promise<Run[]>;
  /** Of all assignments, oldest first. */
  listUnfinishedRuns(): Promise<Run[]>;
  /** The engine's. Ends it with `passed`, `failed` and `cancelled`. Nothing happens to one that has ended. */
  saveRun(
    id: RunId,
    change: Partial<Pick<Run, 'state' | 'stages'>> & { readonly resumed?: true },
  ): Promise<void>;
  /** Asks for its end. False when it has ended. */
  cancelRun(id: RunId, by: string): Promise<boolean>;
  /** False when it does not wait for that. */
  approveRun(id: RunId, by: string, note?: string): Promise<boolean>;
  /** Begins one that failed or was cancelled again: where it failed, or at the start. False when it has not ended so. */
  repeatRun(id: RunId, from: 'failed' | 'start'): Promise<boolean>;
  appendRunLog(id: RunId, lines: readonly NewRunLogLine[]): Promise<void>;
  /** At most 2000 lines, oldest first, with ids greater than `after`. */
  listRunLog(
    id: RunId,
    filter?: { readonly after?: string; readonly stage?: StageName; readonly attempt?: number },
  ): Promise<RunLogLine[]>;
  /** Rehearsal environments of runs that have ended which nobody has wanted gone yet. */
  listEndedRehearsals(): Promise<Environment[]>;
  /** Rehearsal environments that are not removed. */
  listRunEnvironments(id: RunId): Promise<Environment[]>;
}
