import type { ColumnType, Generated } from 'kysely';
import type {
  ConsoleKind,
  ElementOutcome,
  CourseRole,
  DiskComparison,
  ElementUsage,
  ElementWishes,
  EnvironmentStatus,
  HostObservation,
  Origins,
  Outcome,
  RolloutChoices,
  RolloutKind,
  RolloutState,
  RunStage,
  RunState,
  SavedParameter,
  Scope,
  StageName,
  TargetState,
} from '@labcast/domain';
import type { CheckpointId, CheckpointReason, CheckpointState } from './checkpointStore.ts';
import type { Credential } from './consoleStore.ts';
import type { CourseId } from './courseStore.ts';
import type { Layout } from './layoutStore.ts';
import type { AuditEntry, PersonId } from './peopleStore.ts';
import type { Exam, PlannedTarget, PlanRequest, RolloutId, RolloutPlanId } from './rolloutStore.ts';
import type { JoinCodeId } from './rosterStore.ts';
import type { ReleaseId } from './releaseStore.ts';
import type { RunId, RunLogLine } from './runStore.ts';
import type { TaskChange, TaskId, TaskKind, TaskState } from './taskStore.ts';
import type { UploadId, UploadState } from './uploadStore.ts';
import type {
  AssignmentId,
  Environment,
  EnvironmentId,
  LedgerKind,
  LogLine,
  Orphan,
} from './store.ts';

/** A column that the database fills in and that may be set later. */
type Moment = ColumnType<Date, Date | undefined, Date>;
type OptionalMoment = ColumnType<Date | null, Date | undefined, Date | null>;
/** A bigint: written as a number, read as text. */
type Big = ColumnType<string, number, number>;
/** Written as text that `asJson` made, read as what it means. */
type Json<T> = ColumnType<T, string, string>;

/** The tables, in Kysely's camel case; `migrations/` says the same to PostgreSQL. */
export interface Schema {
  installation: { singleton: Generated<true>; id: Generated<string> };
  assignment: {
    id: Generated<AssignmentId>;
    name: string;
    type: string | null;
    parameters: Json<Readonly<Record<string, string>>>;
    createdAt: Moment;
    removedAt: OptionalMoment;
    courseId: CourseId | null;
    code: string | null;
    title: string | null;
    draft: string | null;
    deadline: OptionalMoment;
    idleMinutes: number | null;
    exam: ColumnType<Exam | null, string | undefined, string | null>;
    layout: ColumnType<Layout, string | undefined, string>;
  };
  environment: {
    id: Generated<EnvironmentId>;
    key: string;
    assignmentId: AssignmentId;
    role: Environment['role'];
    name: string;
    wanted: Environment['wanted'];
    blueprint: string;
    generation: Generated<number>;
    settledGeneration: Generated<number>;
    uplinkIndex: number;
    status: Json<EnvironmentStatus>;
    createdAt: Moment;
    updatedAt: Moment;
    removedAt: OptionalMoment;
    wishes: ColumnType<ElementWishes, string | undefined, string>;
    origins: ColumnType<Origins, string | undefined, string>;
    blueprintGeneration: Generated<number>;
    releaseNumber: number | null;
    section: string | null;
    team: string | null;
    extraMinutes: Generated<number>;
    frozenAt: OptionalMoment;
    lastSeenAt: OptionalMoment;
    wokenAt: Moment;
    sealed: Generated<boolean>;
    beforeDisks: ColumnType<Environment['beforeDisks'], string | undefined, string>;
    changedBy: string | null;
    runId: RunId | null;
  };
  environmentOwner: { environmentId: EnvironmentId; personId: PersonId };
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
  watch: { environmentId: EnvironmentId; until: Date };
  presence: { environmentId: EnvironmentId; personId: PersonId; until: Date };
  usageSample: { environmentId: EnvironmentId; at: Date; elements: Json<readonly ElementUsage[]> };
  stepTime: { id: Generated<string>; kind: string; milliseconds: number };
  ledgerRow: {
    id: Generated<string>;
    environmentId: EnvironmentId;
    kind: LedgerKind;
    name: string;
    requestedAt: Moment;
    seenAt: OptionalMoment;
    goneAt: OptionalMoment;
  };
  logLine: {
    id: Generated<string>;
    environmentId: EnvironmentId;
    at: Moment;
    level: LogLine['level'];
    element: string | null;
    message: string;
  };
  sweep: {
    id: Generated<string>;
    remove: boolean;
    requestedAt: Moment;
    finishedAt: OptionalMoment;
    orphans: Json<readonly Orphan[]>;
    error: string | null;
  };
  hostObservation: { singleton: Generated<true>; observation: Json<HostObservation>; at: Moment };
  person: {
    id: Generated<PersonId>;
    login: string;
    name: string;
    email: string | null;
    passwordHash: string | null;
    madeByCourse: CourseId | null;
    isAdministrator: boolean;
    createdAt: Moment;
  };
  session: {
    hash: string;
    personId: PersonId;
    address: string;
    createdAt: Moment;
    seenAt: Moment;
    endedAt: OptionalMoment;
  };
  apiToken: {
    id: Generated<string>;
    personId: PersonId;
    name: string;
    hash: string;
    scopes: Scope[];
    createdAt: Moment;
    expiresAt: OptionalMoment;
    lastUsedAt: OptionalMoment;
  };
  setupLink: { hash: string; createdAt: Moment; expiresAt: Date; usedAt: OptionalMoment };
  signInAttempt: { id: Generated<string>; login: string; address: string; at: Moment };
  course: {
    id: Generated<CourseId>;
    code: string;
    name: string;
    createdAt: Moment;
    archivedAt: OptionalMoment;
    removedAt: OptionalMoment;
  };
  membership: {
    courseId: CourseId;
    personId: PersonId;
    role: CourseRole;
    since: Moment;
    section: string | null;
    team: string | null;
    studentNumber: string | null;
  };
  invitation: { personId: PersonId; hash: string; createdAt: Moment; expiresAt: Date };
  joinCode: {
    id: Generated<JoinCodeId>;
    courseId: CourseId;
    hash: string;
    section: string | null;
    mostUses: number | null;
    uses: Generated<number>;
    createdBy: string;
    createdAt: Moment;
    expiresAt: Date;
    revokedAt: OptionalMoment;
  };
  auditEntry: {
    id: Generated<string>;
    at: Moment;
    personId: PersonId | null;
    actor: string;
    means: AuditEntry['means'];
    action: string;
    target: string;
    status: number;
    address: string;
  };
  savedType: {
    name: string;
    summary: string;
    blueprint: string;
    parameters: Json<readonly SavedParameter[]>;
    ownerId: PersonId | null;
    ownerName: string;
    createdAt: Moment;
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
  appVisit: {
    ticketHash: string;
    cookieHash: string | null;
    environmentId: EnvironmentId;
    element: string;
    port: number;
    means: Credential['means'];
    credentialHash: string;
    platformOrigin: string;
    createdAt: Moment;
  };
  consoleViewer: {
    id: Generated<string>;
    environmentId: EnvironmentId;
    element: string;
    console: ConsoleKind;
    mode: 'control' | 'view';
    personName: string;
    since: Moment;
    seenAt: Moment;
  };
  diskUpload: {
    id: Generated<UploadId>;
    name: string;
    ownerId: PersonId | null;
    ownerName: string;
    sizeBytes: Big;
    sha256: string;
    receivedBytes: ColumnType<string, number | undefined, number>;
    state: Generated<UploadState>;
    error: string | null;
    format: string | null;
    diskBytes: ColumnType<string | null, number | null | undefined, number | null>;
    staged: Generated<boolean>;
    createdAt: Moment;
    updatedAt: Moment;
    removedAt: OptionalMoment;
  };
  adminToken: { singleton: Generated<true>; hash: string; savedAt: Moment };
}
