import type { State, StepStatus } from '@labcast/domain';
import type { Design } from '../../design/Design.ts';

/** What the plan does to a thing. */
export type Mark = 'new' | 'edited' | 'removed';

/** What a card shows of its element besides what is written in lab.yaml. */
export interface CardLive {
  readonly state: State;
  /** Why it is not ready, or where it is in the queue. */
  readonly reason?: string;
  readonly step?: CardStep;
  readonly mark?: Mark;
  readonly acceleration?: 'kvm' | 'software';
}

export interface CardStep {
  readonly number: number;
  readonly of: number;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number | undefined;
  readonly usualMs: number | undefined;
  /** Beyond it, the step takes longer than it usually does. */
  readonly longMs: number | undefined;
}

type Context = Pick<Design, 'status' | 'blueprint' | 'appliedBlueprint' | 'pending' | 'generation'>;

/** Of an element or the gateway. */
export function describeCard(name: string, context: Context): CardLive {
  const { status } = context;
  const seen = status?.elements.find((element) => element.name === name);
  const mark = markOf(name, context);
  const steps: readonly StepStatus[] = (status?.steps ?? []).filter(
    (step) => step.element === name,
  );
  const state = seen?.state ?? unseenState(name, context);
  const running = steps.findIndex((step) => step.state === 'running');
  const waiting = steps.find((step) => step.state === 'waiting');
  const place = state === 'waiting' && waiting?.place !== undefined ? waiting.place : undefined;
  const reason = place === undefined ? seen?.reason : `number ${place} in the queue`;
  return {
    state,
    ...(reason !== undefined && { reason }),
    ...(mark && { mark }),
    ...(running >= 0 && { step: describeStep(steps, running) }),
    ...(seen?.acceleration && { acceleration: seen.acceleration }),
  };
}

function describeStep(steps: readonly StepStatus[], index: number): CardStep {
  const step = steps[index];
  return {
    number: index + 1,
    of: steps.length,
    title: step?.title ?? '',
    startedAt: step?.startedAt === undefined ? undefined : Date.parse(step.startedAt),
    usualMs: step?.usual?.medianMs,
    longMs: step?.usual?.p90Ms,
  };
}

/** Not told of yet: asked for a moment ago, or only drawn. */
function unseenState(name: string, { appliedBlueprint, generation }: Context): State {
  const isAsked = generation > 0 && Object.hasOwn(appliedBlueprint.elements, name);
  return isAsked ? 'waiting' : 'planned';
}

function markOf(name: string, { blueprint, appliedBlueprint, pending }: Context): Mark | undefined {
  const isNew = !Object.hasOwn(appliedBlueprint.elements, name) && name in blueprint.elements;
  if (isNew) return 'new';
  if (!pending.some(({ element }) => element === name)) return undefined;
  return Object.hasOwn(blueprint.elements, name) ? 'edited' : 'removed';
}
