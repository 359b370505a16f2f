import type {
  ElementOutcome,
  ElementUsage,
  EnvironmentKey,
  Outcome,
  RolloutChoices,
  RolloutKind,
  RolloutState,
  TargetState,
} from '@labcast/domain';
import type { NewEnvironment } from './createEnvironment.ts';
import type { PersonId } from './peopleStore.ts';
import type { AssignmentId, Environment, EnvironmentId } from './store.ts';
import type { TaskId } from './taskStore.ts';

export type RolloutId = string & { readonly __kind: 'RolloutId' };
export type RolloutPlanId = string & { readonly __kind: 'RolloutPlanId' };

/** Bringing a set of environments to a release. */
export interface Rollout {
  readonly id: RolloutId;
  readonly assignmentId: AssignmentId;
  /** Counts within the assignment. */
  readonly number: number;
  readonly kind: RolloutKind;
  readonly releaseNumber: number;
  readonly state: RolloutState;
  /** Whether one copy is brought up and checked before the others. */
  readonly canary: boolean;
  /** The copies are made when they are first opened; of an update: each student chooses when. */
  readonly atFirstOpen: boolean;
  readonly startsAt?: Date;
  readonly choices: RolloutChoices;
  /** Shell commands for elements of which the choice is `script`. */
  readonly script?: string;
  /** Why it stands still, in sentences for people. */
  readonly error?: string;
  readonly requestedBy: string;
  readonly createdAt: Date;
  readonly startedAt?: Date;
  readonly endedAt?: Date;
}

/** One environment of a rollout. */
export interface RolloutTarget {
  readonly environmentId: EnvironmentId;
  readonly environment: string;
  /** The first is the canary. */
  readonly position: number;
  readonly state: TargetState;
  /** Undefined until it is planned. */
  readonly outcome?: Outcome;
  readonly elements: readonly ElementOutcome[];
  /** The release that it had before. */
  readonly fromRelease?: number;
  readonly taskId?: TaskId;
  /** How often it was tried. */
  readonly attempts: number;
  /** Why it failed, in sentences for people. */
  readonly error?: string;
  /** The same for all that failed for the same reason. */
  readonly cause?: string;
  readonly startedAt?: Date;
  readonly readyAt?: Date;
  /** Not before. */
  readonly retryAt?: Date;
}

export interface NewRollout extends Pick<
  Rollout,
  | 'assignmentId'
  | 'kind'
  | 'releaseNumber'
  | 'canary'
  | 'atFirstOpen'
  | 'startsAt'
  | 'choices'
  | 'script'
  | 'requestedBy'
> {
  /** Made with it, all or none. */
  readonly places: readonly Omit<NewEnvironment, 'assignmentId'>[];
  /** Those that are there already. */
  readonly environments: readonly Environment[];
}

/** What would become of each environment, which only the engine can tell, because it looks at disks. */
export interface RolloutPlan {
  readonly id: RolloutPlanId;
  readonly assignmentId: AssignmentId;
  readonly request: PlanRequest;
  readonly targets?: readonly PlannedTarget[];
  readonly error?: string;
  readonly finishedAt?: Date;
}

export interface PlanRequest {
  readonly releaseNumber: number;
  readonly environmentIds: readonly EnvironmentId[];
  readonly choices: RolloutChoices;
}

export interface PlannedTarget {
  readonly environmentId: EnvironmentId;
  readonly outcome: Outcome;
  readonly elements: readonly ElementOutcome[];
}

/** An exam: the internet is off, the clipboard leads into the lab only, doors open and close by the clock. */
export interface Exam {
  /** ISO 8601. */
  readonly startsAt?: string;
  readonly endsAt?: string;
}

/** The rules of all students' environments of an assignment. */
export interface ClassPolicy {
  readonly deadline?: Date;
  /** Nobody there for so long: stopped. */
  readonly idleMinutes?: number;
  readonly exam?: Exam;
}

/** What one line says of an assignment's class. */
export interface ClassSummary {
  readonly assignmentId: AssignmentId;
  /** The newest. */
  readonly release?: number;
  /** Labs of students, whatever state they are in. */
  readonly deployed: number;
  /** Those in which somebody asks for help. */
  readonly asking: number;
  readonly deadline?: Date;
}

/** What somebody who teaches told to those in one lab. */
export interface ClassMessage {
  readonly id: string;
  readonly text: string;
  readonly sentBy: string;
  readonly at: Date;
}

/** Of one lab; older ones stay in the database and are told no more. */
export const mostMessages = 50;

export interface Owner {
  readonly environmentId: EnvironmentId;
  readonly id: PersonId;
  readonly name: string;
  readonly login: string;
}

/** A release with the disks that it consists of. */
export interface ReleaseDisks {
  readonly number: number;
  /** Of the environment that keeps its checkpoint. */
  readonly key: EnvironmentKey;
  readonly blueprint: string;
  /** As measured when the checkpoint was taken. */
  readonly usage: readonly ElementUsage[];
  readonly createdAt: Date;
}

type TargetChange = {
  readonly [
    Key in 'outcome' | 'error' | 'cause' | 'startedAt' | 'readyAt' | 'retryAt' | 'taskId'
  ]?: RolloutTarget[Key] | null;
} & Partial<Pick<RolloutTarget, 'state' | 'elements' | 'attempts' | 'fromRelease'>>;

export interface RolloutStore {
  /** `admit` as in `createAssignment`. Throws `name-taken` and `rollout-running` while another one is not at its end. */
  createRollout(
    request: NewRollout,
    admit?: (others: readonly Environment[]) => void,
  ): Promise<Rollout>;
  getRollout(id: RolloutId): Promise<Rollout>;
  findRollout(assignmentId: AssignmentId, number: number): Promise<Rollout | undefined>;
  /** Newest first. */
  listRollouts(assignmentId: AssignmentId): Promise<Rollout[]>;
  /** Oldest first, without those that somebody paused. */
  listUnfinishedRollouts(): Promise<Rollout[]>;
  /** In their order. */
  listTargets(id: RolloutId): Promise<RolloutTarget[]>;
  /** Those not removed of the targets that are not at their end. */
  listLabsUnderWay(id: RolloutId): Promise<Environment[]>;
  /** Ends it with `done`, `cancelled` and `failed`, begins it anew with another state. Tells those who watch. */
  saveRollout(
    id: RolloutId,
    change: { readonly state?: RolloutState; readonly error?: string | null },
  ): Promise<void>;
  /** Tells `seen` of the environment. */
  saveTarget(id: RolloutId, environmentId: EnvironmentId, change: TargetChange): Promise<void>;

  /** Newest first. */
  listReleaseDisks(assignmentId: AssignmentId): Promise<ReleaseDisks[]>;

  /** Who asks what is being looked at already gets that answer: each look reads the disks of a whole class. */
  requestRolloutPlan(assignmentId: AssignmentId, request: PlanRequest): Promise<RolloutPlan>;
  getRolloutPlan(id: RolloutPlanId): Promise<RolloutPlan>;
  listUnfinishedRolloutPlans(): Promise<RolloutPlan[]>;
  finishRolloutPlan(
    id: RolloutPlanId,
    result: Pick<RolloutPlan, 'targets' | 'error'>,
  ): Promise<void>;

  /** Of all assignments that are not removed. */
  listClassSummaries(): Promise<ClassSummary[]>;
  getClassPolicy(id: AssignmentId): Promise<ClassPolicy>;
  /** What is left out is no more. */
  saveClassPolicy(id: AssignmentId, policy: ClassPolicy): Promise<void>;
  /** Those of environments that are not removed. */
  listOwners(assignmentId: AssignmentId): Promise<Owner[]>;
  /** The newest sample of each, where there is one. */
  listLatestUsage(
    assignmentId: AssignmentId,
  ): Promise<ReadonlyMap<EnvironmentId, readonly ElementUsage[]>>;
  /** What does not change what is wanted; tells `seen`. */
  saveClassFields(
    id: EnvironmentId,
    change: {
      readonly extraMinutes?: number;
      readonly frozenAt?: Date | null;
      readonly releaseNumber?: number;
    },
  ): Promise<void>;
  /** Its owner is there now. */
  markSeenByOwner(id: EnvironmentId): Promise<void>;
  /** Tells `messages`. */
  sendMessage(ids: readonly EnvironmentId[], text: string, sentBy: string): Promise<void>;
  /** Newest first, at most `mostMessages`. */
  listMessages(id: EnvironmentId): Promise<ClassMessage[]>;
}
