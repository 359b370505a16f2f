import { describeConditions, keepSince } from './describeConditions.ts';
import { describeElements } from './describeElements.ts';
import { bridgeStepId, createStepId, guestStepId, startStepId } from '../plan/stepIds.ts';
import type { DesiredEnvironment } from './desired.ts';
import type { OutsideChange } from './findOutsideChanges.ts';
import type { ObservedEnvironment } from './observed.ts';
import type { Condition, ElementStatus, EnvironmentStatus, State, StepStatus } from './status.ts';
import { withNotices } from './withNotices.ts';

/** What is known about the work on an environment, beside what is observed of it. */
export interface Progress {
  readonly steps: readonly StepStatus[];
  readonly attempts: number;
  /** True once nothing more is tried by itself. */
  readonly gaveUp: boolean;
  readonly lastError?: NonNullable<EnvironmentStatus['lastError']>;
  /** True when observed and wanted agree. */
  readonly isSettled: boolean;
  /** What was found to have happened without Labcast. */
  readonly outsideChanges?: readonly OutsideChange[];
}

/** The status that people read, from what is wanted, what is seen and how the work goes. `now` is ISO 8601. */
export function describeStatus(
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  progress: Progress,
  previous: {
    readonly conditions: readonly Condition[];
    readonly elements?: readonly ElementStatus[];
    readonly now: string;
  },
): EnvironmentStatus {
  const context = { desired, observed: withDoneSteps(desired, observed, progress), progress };
  const elements = desired.wanted === 'absent' ? [] : describeElements(context);
  return {
    state: environmentState(desired.wanted, progress, elements),
    conditions: describeConditions(context).map((condition) =>
      keepSince(condition, previous.conditions, previous.now),
    ),
    elements: withNotices(elements, progress.outsideChanges ?? [], previous),
    steps: progress.isSettled ? progress.steps.map(concluded) : progress.steps,
    attempts: progress.attempts,
    ...(progress.lastError && !progress.isSettled && { lastError: progress.lastError }),
  };
}

export interface StatusContext {
  readonly desired: DesiredEnvironment;
  readonly observed: ObservedEnvironment;
  readonly progress: Progress;
}

function isInNeed({ state }: ElementStatus): boolean {
  return state === 'attention';
}

export const stateWhenSettled = { running: 'ready', stopped: 'stopped', absent: 'gone' } as const;
const stateAtWork = { running: 'starting', stopped: 'stopping', absent: 'deleting' } as const;

function environmentState(
  wanted: DesiredEnvironment['wanted'],
  progress: Progress,
  elements: readonly ElementStatus[],
): State {
  const needsAttention = wanted === 'running' && elements.some(isInNeed);
  if (progress.isSettled) return needsAttention ? 'attention' : stateWhenSettled[wanted];
  if (progress.gaveUp) return 'failed';
  if (wanted === 'running' && progress.steps.length === 0) return 'waiting';
  return stateAtWork[wanted];
}

/** What a step was for is so, even where the step itself failed or was not begun: somebody or something else did it. */
function concluded(step: StepStatus): StepStatus {
  const { id, title, element, startedAt, endedAt, usual } = step;
  return {
    id,
    title,
    state: 'done',
    ...(element !== undefined && { element }),
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...(usual && { usual }),
  };
}

/** The last look is older than the steps of a plan at work: what those made is counted as seen. */
function withDoneSteps(
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  { steps, isSettled, gaveUp }: Progress,
): ObservedEnvironment {
  if (isSettled || gaveUp || desired.wanted !== 'running') return observed;
  const done = new Set(steps.filter(({ state }) => state === 'done').map(({ id }) => id));
  const made = desired.instances.filter(
    ({ name }) => done.has(createStepId(name)) || done.has(startStepId(name)),
  );
  const bridges = desired.networks
    .map(({ bridge }) => bridge)
    .filter((bridge) => done.has(bridgeStepId(bridge)));
  const names = new Set(made.map(({ name }) => name));
  const guests = desired.instances
    .filter(({ name }) => done.has(guestStepId(name)))
    .map(({ name }) => [name, { power: 'on', agentAnswers: true, upSeconds: 0 }] as const);
  return {
    ...observed,
    bridges: [...observed.bridges, ...bridges],
    guests: { ...observed.guests, ...Object.fromEntries(guests) },
    instances: [
      ...observed.instances.filter(({ name }) => !names.has(name)),
      ...made.map(({ name, config, devices }) => ({
        name,
        config,
        devices,
        state: 'running' as const,
        everStarted: true,
      })),
    ],
  };
}
