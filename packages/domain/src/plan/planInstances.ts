import type { DesiredEnvironment, DesiredInstance } from '../environment/desired.ts';
import { labels } from '../environment/names.ts';
import type { ObservedEnvironment, ObservedInstance } from '../environment/observed.ts';
import { instanceDrift, type Drift } from './instanceDrift.ts';
import type { Step } from './step.ts';
import { shutdownSeconds } from './shutdownSeconds.ts';
import { bridgeStepId, createStepId, startStepId } from './stepIds.ts';

/** Steps that have to be done before something can be asked of a running instance, those that are in the plan. */
export function runningStepIds(instance: string, planned: ReadonlySet<string>): string[] {
  return [createStepId(instance), updateStepId(instance), startStepId(instance)].filter((id) =>
    planned.has(id),
  );
}

function updateStepId(instance: string): string {
  return `update ${instance}`;
}

function removeStepId(instance: string): string {
  return `remove ${instance}`;
}

/** Makes, changes, starts, stops and removes instances. `planned` holds the ids of the networks' steps. */
export function planInstances(
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  planned: ReadonlySet<string>,
): Step[] {
  const wantedNames = new Set(desired.instances.map(({ name }) => name));
  const surplus = observed.instances
    .filter(({ name }) => !wantedNames.has(name))
    .map((instance) => removeStep(instance.name, instance.config[labels.element]));
  const wanted = desired.instances.flatMap((instance) =>
    planInstance(
      instance,
      observed.instances.find(({ name }) => name === instance.name),
      { running: desired.wanted === 'running' && !instance.stopped, planned },
    ),
  );
  return [...surplus, ...afterGateway(desired, wanted)];
}

/** Software is fetched through the gateway, so whatever is done to that comes before any machine's commands. */
function afterGateway(desired: DesiredEnvironment, steps: readonly Step[]): Step[] {
  const planned = new Set(steps.map(({ id }) => id));
  const gateway = desired.instances.find(({ role }) => role === 'gateway');
  const needs = gateway ? runningStepIds(gateway.name, planned) : [];
  return steps.map((step) =>
    step.action.type === 'provision' ? { ...step, needs: [...step.needs, ...needs] } : step,
  );
}

function planInstance(
  desired: DesiredInstance,
  observed: ObservedInstance | undefined,
  context: { running: boolean; planned: ReadonlySet<string> },
): Step[] {
  if (!context.running) {
    // A paused one still takes its memory.
    if (observed?.state !== 'running' && observed?.state !== 'frozen') return [];
    return [stopStep(desired, observed)];
  }
  if (!observed) return makeSteps(desired, [], context.planned);
  const drift = instanceDrift(desired, observed);
  if (isBeyondRepair(observed) || drift.kind === 'replace') {
    const removal = replaceStep(desired, drift);
    return [removal, ...makeSteps(desired, [removal.id], context.planned)];
  }
  const update =
    drift.kind === 'update' ? [updateStep(desired, observed, drift, context.planned)] : [];
  const updateIds = update.map(({ id }) => id);
  const start =
    observed.state === 'stopped' ? [startStep(desired, updateIds, context.planned)] : [];
  const provision = isProvisioned(desired, observed)
    ? []
    : provisionSteps(desired, [...updateIds, ...start.map(({ id }) => id)]);
  return [...update, ...start, ...provision];
}

/**
 * One that never ran holds nobody's work, and may be the half that was left when Incus or Labcast was killed while making
 * it: making it anew is quicker than finding out.
 */
function isBeyondRepair(observed: ObservedInstance): boolean {
  return observed.state === 'error' || (observed.state === 'stopped' && !observed.everStarted);
}

/** What was put in before stays: changed files and commands take effect when the machine is made anew. */
function isProvisioned(desired: DesiredInstance, observed: ObservedInstance): boolean {
  return !desired.provision || observed.config[labels.provisioned] !== undefined;
}

function makeSteps(
  desired: DesiredInstance,
  after: readonly string[],
  planned: ReadonlySet<string>,
): Step[] {
  const create: Step = {
    id: createStepId(desired.name),
    title: `Make ${partName(desired)}`,
    element: desired.element,
    needs: [...after, ...bridgeNeeds(desired, planned)],
    action: { type: 'create-instance', instance: desired },
  };
  return [create, ...provisionSteps(desired, [create.id])];
}

function provisionSteps(desired: DesiredInstance, needs: readonly string[]): Step[] {
  if (!desired.provision) return [];
  return [
    {
      id: `provision ${desired.name}`,
      title: `Put files and software into ${desired.element}`,
      element: desired.element,
      needs,
      action: { type: 'provision', instance: desired.name, provision: desired.provision },
    },
  ];
}

function updateStep(
  desired: DesiredInstance,
  observed: ObservedInstance,
  drift: Extract<ReturnType<typeof instanceDrift>, { kind: 'update' }>,
  planned: ReadonlySet<string>,
): Step {
  const { config, devices, then } = drift;
  return {
    id: updateStepId(desired.name),
    title: updateTitle(desired, drift),
    element: desired.element,
    needs: bridgeNeeds(desired, planned),
    action: {
      type: 'update-instance',
      instance: desired.name,
      config,
      devices,
      then,
      shutdownSeconds: secondsToEnd(desired, observed),
    },
  };
}

function updateTitle(
  desired: DesiredInstance,
  { config, devices, then }: Extract<ReturnType<typeof instanceDrift>, { kind: 'update' }>,
): string {
  const part = partName(desired);
  if (then !== 'restart') return `Change ${part}`;
  const changed = [...Object.keys(config), ...Object.keys(devices)];
  return changed.every((key) => key === labels.restarts)
    ? `Restart ${part}`
    : `Change and restart ${part}`;
}

/** One that is paused hears nothing. */
function secondsToEnd(desired: DesiredInstance, observed: ObservedInstance): number {
  return observed.state === 'frozen' ? 0 : shutdownSeconds(desired.role);
}

function startStep(
  desired: DesiredInstance,
  after: readonly string[],
  planned: ReadonlySet<string>,
): Step {
  return {
    id: startStepId(desired.name),
    title: `Start ${partName(desired)}`,
    element: desired.element,
    needs: [...after, ...bridgeNeeds(desired, planned)],
    action: { type: 'start-instance', instance: desired.name },
  };
}

function stopStep(desired: DesiredInstance, observed: ObservedInstance): Step {
  return {
    id: `stop ${desired.name}`,
    title: `Stop ${partName(desired)}`,
    element: desired.element,
    needs: [],
    // A gateway keeps no state, and its init does not answer Incus's shutdown request.
    action: {
      type: 'stop-instance',
      instance: desired.name,
      force: desired.role === 'gateway',
      shutdownSeconds: secondsToEnd(desired, observed),
    },
  };
}

function removeStep(name: string, element: string | undefined): Step {
  return {
    id: removeStepId(name),
    title: `Remove ${element ?? name}`,
    ...(element !== undefined && { element }),
    needs: [],
    action: { type: 'remove-instance', instance: name },
  };
}

/** What is on its disk goes with it, so first it must be sure that there is something to make the new one from. */
function replaceStep(desired: DesiredInstance, drift: Drift): Step {
  const deed = drift.kind === 'replace' && drift.isReset ? 'Reset' : 'Replace';
  const action = {
    type: 'remove-instance' as const,
    instance: desired.name,
    replacedFrom: {
      element: desired.element,
      ...(desired.copyOf === undefined ? { image: desired.image } : { copyOf: desired.copyOf }),
    },
  };
  return {
    ...removeStep(desired.name, desired.element),
    title: `${deed} ${partName(desired)}: remove the old machine`,
    action,
  };
}

function bridgeNeeds(desired: DesiredInstance, planned: ReadonlySet<string>): string[] {
  return desired.bridges.map(bridgeStepId).filter((id) => planned.has(id));
}

function partName(desired: DesiredInstance): string {
  if (desired.role === 'gateway') return 'the gateway';
  const number = /-(\d+)$/.exec(
    desired.name.slice(desired.name.indexOf(desired.element) + desired.element.length),
  );
  return number ? `${desired.element}, node ${number[1] ?? ''}` : desired.element;
}
