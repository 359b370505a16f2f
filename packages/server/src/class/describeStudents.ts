import { attentionFor, freezesAt, idleStopAt, wasNeverWanted } from '@labcast/domain';
import type { ElementUsage } from '@labcast/domain';
import type {
  Environment,
  EnvironmentId,
  Owner,
  Rollout,
  RolloutTarget,
  Task,
} from '@labcast/store';
import type { StudentView } from '../schemas/class.ts';

/** What is known of the students' work in one environment. */
export interface Progress {
  readonly checks: StudentView['checks'];
  readonly help?: StudentView['help'];
  /** When a check passed last. */
  readonly passedAt?: Date;
}

export interface ClassFacts {
  readonly environments: readonly Environment[];
  readonly owners: readonly Owner[];
  readonly usage: ReadonlyMap<EnvironmentId, readonly ElementUsage[]>;
  readonly progress: ReadonlyMap<EnvironmentId, Progress>;
  readonly tasks: ReadonlyMap<EnvironmentId, Task>;
  /** The newest one with its targets. */
  readonly rollout?: { readonly rollout: Rollout; readonly targets: readonly RolloutTarget[] };
  readonly now: Date;
}

/** Somebody who was seen so lately is there. */
const thereMs = 60_000;

export function describeStudents(facts: ClassFacts): StudentView[] {
  const owners = Map.groupBy(facts.owners, ({ environmentId }) => environmentId);
  const targets = new Map(
    facts.rollout?.targets.map((target) => [target.environmentId, target] as const),
  );
  return facts.environments.map((environment) =>
    describeStudent(environment, facts, { owners, targets }),
  );
}

function describeStudent(
  environment: Environment,
  facts: ClassFacts,
  index: {
    readonly owners: ReadonlyMap<EnvironmentId, readonly Owner[]>;
    readonly targets: ReadonlyMap<EnvironmentId, RolloutTarget>;
  },
): StudentView {
  const { id, extraMinutes } = environment;
  const progress = facts.progress.get(id) ?? { checks: { passed: 0, total: 0 } };
  const usage = facts.usage.get(id);
  const task = facts.tasks.get(id);
  const attention = attentionOf(environment, progress, facts.now);
  return {
    environment: environment.name,
    id,
    people: (index.owners.get(id) ?? []).map((owner) => ({
      id: owner.id,
      name: owner.name,
      login: owner.login,
    })),
    ...placeOf(environment),
    state: stateOf(environment, index.targets.get(id)),
    ...stepOf(environment),
    ...reasonOf(environment, index.targets.get(id)),
    checks: progress.checks,
    ...(usage && { usage: sumUsage(usage) }),
    ...(progress.help && { help: progress.help }),
    ...(attention && { attention }),
    extraMinutes,
    ...momentsOf(environment),
    ...(task && { task: describeTask(task) }),
  };
}

function placeOf({ section, team, releaseNumber }: Environment) {
  return {
    ...(section !== undefined && { section }),
    ...(team !== undefined && { team }),
    ...(releaseNumber !== undefined && { release: releaseNumber }),
  };
}

function momentsOf(environment: Environment) {
  const { lastSeenAt, frozenAt, wanted } = environment;
  const deadline = freezesAt(environment);
  const idle = wanted === 'running' ? idleStopAt(environment, environment) : undefined;
  return {
    ...(lastSeenAt && { lastSeen: lastSeenAt.toISOString() }),
    ...(deadline && { deadline: deadline.toISOString() }),
    ...(frozenAt && { frozenAt: frozenAt.toISOString() }),
    ...(idle && { idleStopAt: idle.toISOString() }),
  };
}

function stateOf(
  environment: Environment,
  target: RolloutTarget | undefined,
): StudentView['state'] {
  const { frozenAt, status, wanted } = environment;
  if (wanted === 'absent') return 'deleting';
  if (frozenAt) return 'frozen';
  if (target?.state === 'failed' && status.state !== 'ready') return 'failed';
  return wasNeverWanted(environment) ? 'not-deployed' : status.state;
}

function stepOf({ status }: Environment): Pick<StudentView, 'step' | 'stepStartedAt'> {
  if (!['waiting', 'starting', 'updating', 'stopping', 'deleting'].includes(status.state))
    return {};
  const step = status.steps.find(({ state }) => state === 'running');
  if (!step) return {};
  return { step: step.title, ...(step.startedAt && { stepStartedAt: step.startedAt }) };
}

function reasonOf(
  { status }: Environment,
  target: RolloutTarget | undefined,
): Pick<StudentView, 'reason'> {
  const waiting = status.steps.find(({ state, message }) => state === 'waiting' && message);
  const reason =
    status.lastError?.message ??
    (target?.state === 'failed' ? target.error : undefined) ??
    status.elements.find((element) => element.reason !== undefined)?.reason ??
    waiting?.message;
  return status.state === 'ready' || reason === undefined ? {} : { reason };
}

function sumUsage(elements: readonly ElementUsage[]) {
  return {
    memoryBytes: elements.reduce((sum, one) => sum + one.memoryBytes, 0),
    cpuCores: elements.reduce((sum, one) => sum + one.cpuCores, 0),
  };
}

function attentionOf(environment: Environment, { checks, help, passedAt }: Progress, now: Date) {
  const { lastSeenAt, wokenAt, status, wanted, idleMinutes } = environment;
  const isThere = lastSeenAt !== undefined && now.getTime() - lastSeenAt.getTime() < thereMs;
  const since = Math.max(passedAt?.getTime() ?? 0, wokenAt.getTime());
  return attentionFor({
    state: status.state,
    asksForHelp: help !== undefined,
    failedChecks: checks.failing?.times ?? 0,
    isThere: isThere && checks.total > 0 && checks.passed < checks.total,
    minutesWithoutProgress: (now.getTime() - since) / 60_000,
    isIdle: idleMinutes !== undefined && wanted === 'stopped' && lastSeenAt !== undefined,
  });
}

function describeTask({ id, kind, state, error, createdAt }: Task) {
  return {
    id,
    kind,
    state,
    ...(error !== undefined && { error }),
    createdAt: createdAt.toISOString(),
  };
}
