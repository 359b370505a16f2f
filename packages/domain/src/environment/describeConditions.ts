import { isRunning } from './describeElements.ts';
import type { StatusContext } from './describeStatus.ts';
import type { Condition } from './status.ts';

export type SeenCondition = Omit<Condition, 'since'>;

/** What holds of an environment and what does not, measured against what is wanted of it. */
export function describeConditions(context: StatusContext): SeenCondition[] {
  if (context.desired.wanted === 'absent') return [nothingLeft(context), asWanted(context)];
  return [networks(context), instances(context), asWanted(context)];
}

function nothingLeft({ observed, progress }: StatusContext): SeenCondition {
  if (progress.isSettled)
    return holds('Removed', 'NothingLeft', 'Nothing of the lab is left on the host.');
  const instances = observed.instances.length;
  const bridges = observed.bridges.length;
  const left = `${count(instances, 'instance')} and ${count(bridges, 'network')}`;
  return lacks('Removed', 'Removing', `Still to remove, when last looked: ${left}.`);
}

function networks({ desired, observed }: StatusContext): SeenCondition {
  const missing = desired.networks
    .filter(({ bridge }) => !observed.bridges.includes(bridge))
    .map(({ name }) => name);
  return missing.length === 0
    ? holds('Networks', 'AllPresent', 'Every network of the lab is there.')
    : lacks('Networks', 'Missing', `Not there yet: ${missing.join(', ')}.`);
}

function instances(context: StatusContext): SeenCondition {
  const wanted = context.desired.instances.filter(({ stopped }) => !stopped);
  const all = wanted.length;
  const running = wanted.filter((instance) => isRunning(instance, context)).length;
  if (context.desired.wanted === 'stopped')
    return running === 0
      ? holds('Instances', 'AllStopped', 'No instance is running.')
      : lacks('Instances', 'NotAllStopped', `Instances still running: ${String(running)}.`);
  const message = `Instances running: ${String(running)} of ${String(all)}.`;
  return running === all
    ? holds('Instances', 'AllRunning', message)
    : lacks('Instances', 'NotAllRunning', message);
}

function asWanted({ desired, progress }: StatusContext): SeenCondition {
  const error = progress.lastError;
  if (!progress.isSettled)
    return lacks(
      'AsWanted',
      error?.code ?? 'Working',
      error?.message ?? 'Labcast is at work on it.',
    );
  return desired.wanted === 'absent'
    ? holds('AsWanted', 'Settled', 'The lab is gone, as wanted.')
    : holds('AsWanted', 'Settled', 'The lab is as wanted.');
}

function count(number: number, thing: string): string {
  return `${String(number)} ${thing}${number === 1 ? '' : 's'}`;
}

function holds(type: string, reason: string, message: string): SeenCondition {
  return { type, status: 'true', reason, message };
}

function lacks(type: string, reason: string, message: string): SeenCondition {
  return { type, status: 'false', reason, message };
}

/** A condition dates from when its status last changed, however often its words did. */
export function keepSince(
  condition: SeenCondition,
  before: readonly Condition[],
  now: string,
): Condition {
  const same = before.find(
    ({ type, status }) => type === condition.type && status === condition.status,
  );
  return { ...condition, since: same?.since ?? now };
}
