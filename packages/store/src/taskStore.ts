import type { Origins } from '@labcast/domain';
import type { CheckpointId, CheckpointReason } from './checkpointStore.ts';
import type { EnvironmentId } from './store.ts';

export type TaskId = string & { readonly __kind: 'TaskId' };

export type TaskKind =
  'deploy' | 'update' | 'reset' | 'restore' | 'roll-back' | 'promote' | 'freeze';

/** `waiting` -> `keeping` (a checkpoint of what is there) -> `applying` (until it is as wanted) -> `done`. */
export type TaskState = 'waiting' | 'keeping' | 'applying' | 'done' | 'failed' | 'cancelled';

/** What an environment shall become. What is left out stays as it is. */
export interface TaskChange {
  readonly wanted?: 'running' | 'stopped' | 'absent';
  readonly blueprint?: string;
  /** The task fails when the blueprint was changed since this generation. */
  readonly ifGeneration?: number;
  readonly origins?: Origins;
  /** Elements that are made anew, from where they came. */
  readonly resets?: readonly string[];
  /** Elements that see their disk of the checkpoint that the task took first. */
  readonly keepBefore?: readonly string[];
  /** Elements that are made anew see no disk from before any more. */
  readonly dropBefore?: boolean;
}

/** A change of one environment that keeps what is there before anything of it is lost. */
export interface Task {
  readonly id: TaskId;
  readonly environmentId: EnvironmentId;
  readonly kind: TaskKind;
  readonly change: TaskChange;
  /** Take a checkpoint before, for that reason; undefined where there is nothing to lose. */
  readonly keepFirst?: CheckpointReason;
  readonly checkpointId?: CheckpointId;
  /** Of the environment, once the change is made. */
  readonly generation?: number;
  readonly state: TaskState;
  /** Why it failed, in sentences for people. */
  readonly error?: string;
  readonly requestedBy: string;
  readonly createdAt: Date;
  readonly startedAt?: Date;
  readonly endedAt?: Date;
}

export interface TaskStore {
  /** Tells `seen` of its environment, as every change of it does. */
  createTask(
    request: Pick<Task, 'environmentId' | 'kind' | 'change' | 'keepFirst' | 'requestedBy'>,
  ): Promise<Task>;
  getTask(id: TaskId): Promise<Task>;
  /** Newest first. */
  listTasks(environmentId: EnvironmentId): Promise<Task[]>;
  /** Oldest first: those of one environment are done one after the other. */
  listUnfinishedTasks(): Promise<Task[]>;
  /** Of each environment the oldest unfinished one, unless all that it can do is wait: for its checkpoint, or for its lab. */
  listTasksToCarryOn(): Promise<Task[]>;
  /** Ends it with `done`, `failed` and `cancelled`. Nothing happens to one that has ended. */
  saveTask(
    id: TaskId,
    change: Partial<Pick<Task, 'state' | 'checkpointId' | 'generation' | 'error'>>,
  ): Promise<void>;
}
