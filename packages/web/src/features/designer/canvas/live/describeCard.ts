import { ordinal, type ElementStatus, type State, type StepStatus } from '@labcast/domain';
import type { Design } from '../../design/Design.ts';
import { reasonOf } from '../../design/reasonOf.ts';

/** What the plan does to a thing. */
export type Mark = 'new' | 'edited' | 'removed';

/** What a card shows of its element besides what is written in lab.yaml. */
export interface CardLive {
  readonly state: State;
  /** Why it is not ready, or where it is in the queue. */
  readonly reason?: string;
  readonly step?: CardStep;
  readonly mark?: Mark;
  /** Why the server did not take its last change. */
  readonly refused?: string;
  readonly acceleration?: 'kvm' | 'software';
  /** Cores and bytes that it takes now. */
  readonly use?: { readonly cpu: number; readonly memoryBytes: number };
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

type Context = Pick<
  Design,
  'status' | 'blueprint' | 'appliedBlueprint' | 'pending' | 'generation'
> & {
  /** Why the last change of it was refused. */
  readonly refused?: Readonly<Record<string, string>>;
  readonly uses?: Readonly<Record<string, NonNullable<CardLive['use']>>>;
};

/** Of an element or the gateway; of a network only its mark says something. */
export function describeCard(name: string, context: Context): CardLive {
  const { status } = context;
  const seen = status?.elements.find((element) => element.name === name);
  const steps = status?.steps.filter((step) => step.element === name) ?? [];
  const running = steps.findIndex((step) => step.state === 'running');
  const mark = markOf(name, context);
  return {
    state: seen?.state ?? unseenState(name, context),
    ...(mark && { mark }),
    ...(running >= 0 && { step: describeStep(steps, running) }),
    ...(seen && describeSeen(seen, steps)),
    ...ownEntries(name, context),
  };
}

/** What is told of it besides its state. */
function ownEntries(name: string, { uses = {}, refused = {} }: Context) {
  const [use, why] = [uses[name], refused[name]];
  return { ...(use && { use }), ...(why !== undefined && { refused: why }) };
}

function describeSeen(seen: ElementStatus, steps: readonly StepStatus[]) {
  const { state, acceleration } = seen;
  const reason = reasonOf(seen);
  const place = steps.find((step) => step.state === 'waiting')?.place;
  const queue =
    state === 'waiting' && place !== undefined ? `${ordinal(place)} in the queue` : reason;
  return { ...(queue !== undefined && { reason: queue }), ...(acceleration && { acceleration }) };
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

function markOf(name: string, context: Context): Mark | undefined {
  const { blueprint, appliedBlueprint, pending, generation } = context;
  const isIn = ({ elements, networks }: Context['blueprint']) =>
    Object.hasOwn(elements, name) || Object.hasOwn(networks, name);
  if (isIn(blueprint) && (generation === 0 || !isIn(appliedBlueprint))) return 'new';
  if (!pending.some(({ element }) => element === name)) return undefined;
  return isIn(blueprint) ? 'edited' : 'removed';
}
