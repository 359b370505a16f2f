import type { ColumnType, Generated } from 'kysely';
import type {
  ElementOutcome,
  DiskComparison,
  ElementUsage,
  Outcome,
  RolloutChoices,
  RolloutKind,
  RolloutState,
  RunStage,
  RunState,
  StageName,
  TargetState,
} from '@labcast/domain';
import type { CheckpointId, CheckpointReason, CheckpointState } from '../checkpointStore.ts';
import type { PlannedTarget, PlanRequest, RolloutId, RolloutPlanId } from '../rolloutStore.ts';
import type { ReleaseId } from '../releaseStore.ts';
import type { RunId, RunLogLine } from '../runStore.ts';
import type { TaskChange, TaskId, TaskKind, TaskState } from '../taskStore.ts';
import type { AssignmentId, EnvironmentId } from '../store.ts';
import type { Json, Moment, OptionalMoment } from './columns.ts';

/** What comes to students: checkpoints, the pipeline, releases and rollouts, and how they get on. */
export interface ClassTables {
  checkpoint: {
    id: Generated<CheckpointId>;
    assignmentId: AssignmentId;
    number: number;
    environmentId: EnvironmentId;
    sourceId: EnvironmentId;
    reason: CheckpointReason;
    note: string;
    createdBy: string;
    state: ColumnType<CheckpointState, CheckpointState | undefined>;
    pauseMs: number | null;
    takenAt: OptionalMoment;
    usage: ColumnType<readonly ElementUsage[], string | undefined, string>;
    error: string | null;
    createdAt: Moment;
  };
  task: {
    id: Generated<TaskId>;
    environmentId: EnvironmentId;
    kind: TaskKind;
    change: Json<TaskChange>;
    keepFirst: CheckpointReason | null;
    checkpointId: CheckpointId | null;
    generation: number | null;
    state: ColumnType<TaskState, TaskState | undefined>;
    error: string | null;
    requestedBy: string;
    createdAt: Moment;
    startedAt: OptionalMoment;
    endedAt: OptionalMoment;
  };
  rollout: {
    id: Generated<RolloutId>;
    assignmentId: AssignmentId;
    number: number;
    kind: RolloutKind;
    releaseNumber: number;
    state: ColumnType<RolloutState, RolloutState | undefined>;
    canary: boolean;
    atFirstOpen: boolean;
    startsAt: OptionalMoment;
    choices: Json<RolloutChoices>;
    script: string | null;
    error: string | null;
    requestedBy: string;
    createdAt: Moment;
    startedAt: OptionalMoment;
    endedAt: OptionalMoment;
  };
  rolloutTarget: {
    rolloutId: RolloutId;
    environmentId: EnvironmentId;
    position: number;
    state: ColumnType<TargetState, TargetState | undefined>;
    outcome: Outcome | null;
    elements: ColumnType<readonly ElementOutcome[], string | undefined, string>;
    fromRelease: number | null;
    taskId: TaskId | null;
    attempts: Generated<number>;
    error: string | null;
    cause: string | null;
    startedAt: OptionalMoment;
    readyAt: OptionalMoment;
    retryAt: OptionalMoment;
  };
  rolloutPlan: {
    id: Generated<RolloutPlanId>;
    assignmentId: AssignmentId;
    request: Json<PlanRequest>;
    targets: ColumnType<readonly PlannedTarget[] | null, string | undefined, string>;
    error: string | null;
    requestedAt: Moment;
    finishedAt: OptionalMoment;
  };
  pipelineRun: {
    id: Generated<RunId>;
    assignmentId: AssignmentId;
    number: number;
    checkpointId: CheckpointId;
    state: ColumnType<RunState, RunState | undefined>;
    students: number;
    copies: number;
    approve: boolean;
    promote: boolean;
    keepFailedMinutes: number;
    note: string;
    requestedBy: string;
    attempt: Generated<number>;
    firstAttempt: Generated<number>;
    stages: ColumnType<readonly RunStage[], string | undefined, string>;
    approvedBy: string | null;
    cancelledBy: string | null;
    resumed: Generated<boolean>;
    createdAt: Moment;
    startedAt: OptionalMoment;
    endedAt: OptionalMoment;
  };
  runLog: {
    id: Generated<string>;
    runId: RunId;
    at: Moment;
    stage: StageName;
    attempt: number;
    copy: number | null;
    element: string | null;
    level: RunLogLine['level'];
    message: string;
  };
  release: {
    id: Generated<ReleaseId>;
    assignmentId: AssignmentId;
    number: number;
    checkpointId: CheckpointId;
    runId: RunId;
    note: string;
    createdBy: string;
    createdAt: Moment;
  };
  comparison: {
    id: Generated<string>;
    beforeKey: string;
    afterKey: string;
    elements: Json<readonly string[]>;
    result: ColumnType<readonly DiskComparison[] | null, string | undefined, string>;
    error: string | null;
    requestedAt: Moment;
    finishedAt: OptionalMoment;
  };
  classMessage: {
    id: Generated<string>;
    environmentId: EnvironmentId;
    text: string;
    sentBy: string;
    at: Moment;
  };
  checkResult: {
    id: Generated<string>;
    environmentId: EnvironmentId;
    name: string;
    element: string;
    passed: boolean;
    at: ColumnType<Date, string, never>;
    exitCode: number | null;
    output: string;
    expected: string;
    milliseconds: number;
    askedBy: string;
  };
  helpRequest: { environmentId: EnvironmentId; message: string; askedBy: string; since: Moment };
}
