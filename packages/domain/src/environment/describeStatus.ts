import type { DesiredApp, DesiredEnvironment, DesiredInstance } from './desired.ts';
import type { ObservedCluster, ObservedEnvironment } from './observed.ts';
import type { Condition, ElementStatus, EnvironmentStatus, State, StepStatus } from './status.ts';

/** What is known about the work on an environment, beside what is observed of it. */
export interface Progress {
  readonly steps: readonly StepStatus[];
  readonly attempts: number;
  /** True once nothing more is tried by itself. */
  readonly gaveUp: boolean;
  readonly lastError?: NonNullable<EnvironmentStatus['lastError']>;
  /** True when observed and wanted agree. */
  readonly isSettled: boolean;
}

/** The status that people read, from what is wanted, what is seen and how the work goes. `now` is ISO 8601. */
export function describeStatus(
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  progress: Progress,
  previous: { readonly conditions: readonly Condition[]; readonly now: string },
): EnvironmentStatus {
  const context = { desired, observed, progress };
  const elements = [
    ...groupByElement(desired.instances).map((group) => describeMachines(group, context)),
    ...desired.apps.map((app) => describeApp(app, context)),
  ];
  return {
    state: environmentState(desired.wanted, progress),
    conditions: describeConditions(context).map((condition) =>
      keepSince(condition, previous.conditions, previous.now),
    ),
    elements: desired.wanted === 'absent' ? [] : elements,
    steps: progress.steps,
    attempts: progress.attempts,
    ...(progress.lastError && { lastError: progress.lastError }),
  };
}

interface Context {
  readonly desired: DesiredEnvironment;
  readonly observed: ObservedEnvironment;
  readonly progress: Progress;
}

const stateWhenSettled = { running: 'ready', stopped: 'stopped', absent: 'gone' } as const;
const stateAtWork = { running: 'starting', stopped: 'stopping', absent: 'deleting' } as const;

function environmentState(wanted: DesiredEnvironment['wanted'], progress: Progress): State {
  if (progress.isSettled) return stateWhenSettled[wanted];
  if (progress.gaveUp) return 'failed';
  if (wanted === 'running' && progress.steps.length === 0) return 'waiting';
  return stateAtWork[wanted];
}

function groupByElement(instances: readonly DesiredInstance[]): DesiredInstance[][] {
  return [...Map.groupBy(instances, ({ element }) => element).values()];
}

const kindOfRole = {
  gateway: 'gateway',
  machine: 'container',
  'control-plane': 'cluster',
  worker: 'cluster',
} as const;

function describeMachines(group: readonly DesiredInstance[], context: Context): ElementStatus {
  const [first] = group;
  if (!first) throw new Error('A group of instances has at least one.');
  const kind = kindOfRole[first.role];
  const work = workOn(first.element, context.progress);
  const cluster = kind === 'cluster' ? seenCluster(first.element, context) : undefined;
  const isUp = group.every((instance) => isRunning(instance, context)) && (cluster?.ready ?? true);
  const reason = work?.message ?? (isUp ? undefined : cluster?.reason);
  return {
    name: first.element,
    kind,
    state: work?.state ?? seenState(isUp, context),
    addresses: group.flatMap(labAddresses),
    instances: group.map(({ name }) => name),
    ...(reason !== undefined && { reason }),
  };
}

function seenCluster(
  element: string,
  { observed }: Context,
): Pick<ObservedCluster, 'ready' | 'reason'> {
  return observed.clusters[element] ?? { ready: false };
}

function isRunning({ name }: DesiredInstance, { observed }: Context): boolean {
  return observed.instances.some((found) => found.name === name && found.state === 'running');
}

function describeApp(app: DesiredApp, context: Context): ElementStatus {
  const work = workOn(app.element, context.progress);
  const found = context.observed.clusters[app.cluster]?.apps[app.element];
  const reason = work?.message ?? found?.reason;
  return {
    name: app.element,
    kind: 'app',
    state: work?.state ?? seenState(found?.available === true, context),
    addresses: [app.address],
    instances: [],
    url: `http://${app.address}:${String(app.port)}/`,
    ...(reason !== undefined && { reason }),
  };
}

/** The last unfinished step of an element tells its state while there is work on it. */
function workOn(
  element: string,
  progress: Progress,
): { state: State; message?: string } | undefined {
  const open = progress.steps.filter((step) => step.element === element && step.state !== 'done');
  const failed = open.find((step) => step.state === 'failed');
  if (failed) {
    const state = progress.gaveUp ? 'failed' : 'attention';
    return { state, ...(failed.message !== undefined && { message: failed.message }) };
  }
  const running = open.find((step) => step.state === 'running');
  if (running) return { state: 'starting', message: running.title };
  const [waiting] = open;
  return waiting && { state: 'waiting', message: waiting.message ?? waiting.title };
}

function seenState(isUp: boolean, context: Context): State {
  if (context.desired.wanted === 'stopped') return 'stopped';
  if (isUp) return 'ready';
  return context.progress.isSettled ? 'attention' : 'waiting';
}

/** Our images are given their addresses by the environment, so what is wanted is what they have. */
function labAddresses(instance: DesiredInstance): string[] {
  const text = instance.config['environment.LABCAST_ADDRESSES'] ?? '';
  return text
    .split(';')
    .map((entry) => entry.split(',')[1]?.split('/')[0] ?? '')
    .filter((address) => address !== '');
}

function describeConditions(context: Context): SeenCondition[] {
  const { desired, observed, progress } = context;
  const missingBridges = desired.networks.filter(
    ({ bridge }) => !observed.bridges.includes(bridge),
  );
  const running = desired.instances.filter((instance) => isRunning(instance, context));
  const all = desired.instances.length;
  const missing = missingBridges.map(({ name }) => name).join(', ');
  const error = progress.lastError;
  return [
    missingBridges.length === 0
      ? holds('Networks', 'AllPresent', 'Every network of the lab is there.')
      : lacks('Networks', 'Missing', `Not there yet: ${missing}.`),
    running.length === all
      ? holds('Instances', 'AllRunning', `All ${String(all)} instances are running.`)
      : lacks(
          'Instances',
          'NotAllRunning',
          `${String(running.length)} of ${String(all)} instances are running.`,
        ),
    progress.isSettled
      ? holds('AsWanted', 'Settled', 'The lab is as wanted.')
      : lacks('AsWanted', error?.code ?? 'Working', error?.message ?? 'Labcast is at work on it.'),
  ];
}

type SeenCondition = Omit<Condition, 'since'>;

function holds(type: string, reason: string, message: string): SeenCondition {
  return { type, status: 'true', reason, message };
}

function lacks(type: string, reason: string, message: string): SeenCondition {
  return { type, status: 'false', reason, message };
}

function keepSince(condition: SeenCondition, before: readonly Condition[], now: string): Condition {
  const same = before.find(
    ({ type, status }) => type === condition.type && status === condition.status,
  );
  return { ...condition, since: same?.since ?? now };
}
