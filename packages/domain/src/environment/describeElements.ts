import type { DesiredApp, DesiredGuest, DesiredInstance } from './desired.ts';
import type { StatusContext } from './describeStatus.ts';
import { describeHealth } from './describeHealth.ts';
import { guestPhase } from './guestPhase.ts';
import type { ObservedCluster } from './observed.ts';
import type { ElementStatus, State, StepStatus } from './status.ts';

/** What is told of each element, the gateway among them, in the blueprint's order. */
export function describeElements(context: StatusContext): ElementStatus[] {
  const { instances, apps } = context.desired;
  return [
    ...groupByElement(instances).map((group) =>
      withTrouble(describeInstances(group, context), group, context),
    ),
    ...apps.map((app) => describeApp(app, context)),
  ];
}

/** A machine that runs may be in trouble all the same, or paused: then a person has to do something. */
function withTrouble(
  element: ElementStatus,
  group: readonly DesiredInstance[],
  { observed }: StatusContext,
): ElementStatus {
  const found = group.flatMap((instance) => {
    const seen = observed.instances.find(({ name }) => name === instance.name);
    return seen ? [{ instance, seen }] : [];
  });
  const paused = found.find(({ seen }) => seen.state === 'frozen')?.instance;
  if (paused && element.state === 'attention')
    return {
      ...element,
      remedy: `Restart it here, or go on with it in Incus: incus resume ${paused.name}`,
    };
  if (element.state !== 'ready') return element;
  const [trouble] = found.flatMap(({ instance, seen }) => {
    const described = seen.health && describeHealth(instance, seen.health);
    return described ? [described] : [];
  });
  return trouble ? { ...element, state: 'attention', ...trouble } : element;
}

function groupByElement(instances: readonly DesiredInstance[]): DesiredInstance[][] {
  return [...Map.groupBy(instances, ({ element }) => element).values()];
}

const kindOfRole = {
  gateway: 'gateway',
  machine: 'container',
  vm: 'vm',
  'control-plane': 'cluster',
  worker: 'cluster',
} as const;

function describeInstances(
  group: readonly DesiredInstance[],
  context: StatusContext,
): ElementStatus {
  const [first] = group;
  return first?.guest
    ? describeVm({ ...first, guest: first.guest }, context)
    : describeMachines(group, context);
}

const guestReasons = {
  up: undefined,
  starting: 'Its guest is starting.',
  silent: 'Its guest does not answer, though it has had time to start. Its screen shows why.',
  off: 'It was switched off from inside. Restart it to switch it on.',
} as const;

/** The guest counts, not the container around it. */
function describeVm(
  instance: DesiredInstance & { readonly guest: DesiredGuest },
  context: StatusContext,
): ElementStatus {
  const described = describeMachines([instance], context);
  if (described.state !== 'ready') return described;
  const seen = context.observed.guests[instance.name];
  const phase = guestPhase(seen, instance.guest);
  const reason = guestReasons[phase];
  return {
    ...described,
    state: phase === 'off' ? 'stopped' : seenState(phase === 'up', false, context),
    ...(seen?.acceleration && phase !== 'off' && { acceleration: seen.acceleration }),
    ...(reason !== undefined && { reason }),
  };
}

function describeMachines(
  group: readonly DesiredInstance[],
  context: StatusContext,
): ElementStatus {
  const [first] = group;
  if (!first) throw new Error('A group of instances has at least one.');
  const kind = kindOfRole[first.role];
  const cluster = kind === 'cluster' ? seenCluster(first.element, context) : undefined;
  const isUp = group.every((instance) => isRunning(instance, context)) && (cluster?.ready ?? true);
  return {
    name: first.element,
    kind,
    addresses: group.flatMap(({ addresses }) => addresses),
    instances: group.map(({ name }) => name),
    ...describeState(first, context, {
      isUp,
      whyNot: isUp ? undefined : whyNotUp(group, cluster, context),
    }),
  };
}

function whyNotUp(
  group: readonly DesiredInstance[],
  cluster: Pick<ObservedCluster, 'reason'> | undefined,
  context: StatusContext,
): string | undefined {
  const paused = group.find((instance) => stateOf(instance, context) === 'frozen');
  if (!paused) return cluster?.reason;
  return `Somebody paused ${paused.name} in Incus.`;
}

function seenCluster(
  element: string,
  { observed }: StatusContext,
): Pick<ObservedCluster, 'ready' | 'reason'> {
  return observed.clusters[element] ?? { ready: false };
}

function stateOf({ name }: DesiredInstance, { observed }: StatusContext): string | undefined {
  return observed.instances.find((found) => found.name === name)?.state;
}

export function isRunning(instance: DesiredInstance, context: StatusContext): boolean {
  return stateOf(instance, context) === 'running';
}

function describeApp(app: DesiredApp, context: StatusContext): ElementStatus {
  const found = context.observed.clusters[app.cluster]?.apps[app.element];
  const isUp = found?.available === true;
  return {
    name: app.element,
    kind: 'app',
    addresses: [app.address],
    instances: [],
    url: `http://${app.address}:${String(app.port)}/`,
    ...describeState(app, context, { isUp, whyNot: isUp ? undefined : found?.reason }),
  };
}

/** Work on it tells more than what is seen; what shall not run needs no reason for not running. */
function describeState(
  { element, stopped }: { readonly element: string; readonly stopped?: true },
  context: StatusContext,
  seen: { readonly isUp: boolean; readonly whyNot: string | undefined },
): Pick<ElementStatus, 'state' | 'reason' | 'remedy'> {
  const isStopped = stopped ?? context.desired.wanted === 'stopped';
  const work = workOn(element, isStopped, context);
  const reason = work?.message ?? (isStopped ? undefined : seen.whyNot);
  return {
    state: work?.state ?? seenState(seen.isUp, isStopped, context),
    ...(reason !== undefined && { reason }),
    ...(work?.remedy !== undefined && { remedy: work.remedy }),
  };
}

/** The last unfinished step of an element tells its state while there is work on it. */
function workOn(
  element: string,
  isStopped: boolean,
  { progress }: StatusContext,
): ({ state: State } & Pick<StepStatus, 'message' | 'remedy'>) | undefined {
  if (progress.isSettled) return undefined;
  const open = progress.steps.filter((step) => step.element === element && step.state !== 'done');
  const failed = open.find((step) => step.state === 'failed');
  if (failed) {
    const { message, remedy } = failed;
    return {
      state: progress.gaveUp ? 'failed' : 'attention',
      ...(message !== undefined && { message }),
      ...(remedy !== undefined && { remedy }),
    };
  }
  const running = open.find((step) => step.state === 'running');
  if (running)
    return {
      state: isStopped ? 'stopping' : 'starting',
      message: running.title,
    };
  const [waiting] = open;
  return waiting && { state: 'waiting', message: waiting.message ?? waiting.title };
}

function seenState(isUp: boolean, isStopped: boolean, context: StatusContext): State {
  if (isStopped) return 'stopped';
  if (isUp) return 'ready';
  return context.progress.isSettled ? 'attention' : 'waiting';
}
