import { originsOf, printBlueprint, seesBefore } from '@labcast/domain';
import type { Blueprint, ElementOutcome } from '@labcast/domain';
import type { Environment, Rollout, RolloutTarget, TaskChange } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';
import { lastUpdate } from './lastUpdate.ts';
import { parseLab, parseRelease } from './parseRelease.ts';

/** What a task has to change, or undefined when there is nothing to be done. */
export async function updateChange(
  target: RolloutTarget,
  environment: Environment,
  { rollout, deps }: { readonly rollout: Rollout; readonly deps: ReconcileDeps },
): Promise<TaskChange | undefined> {
  if (rollout.kind === 'roll-back') return rollBackChange(environment, deps);
  const release = await parseRelease(rollout, deps);
  const present = parseLab(environment.blueprint);
  const isAnew = ({ outcome }: ElementOutcome) =>
    outcome.startsWith('replace') || outcome === 'new';
  const anew = target.elements.filter(isAnew).map(({ name }) => name);
  const replaced = target.elements
    .filter(({ outcome }) => outcome === 'replace-kept')
    .map(({ name }) => name)
    .filter((name) => seesBefore(release.blueprint.elements[name]?.kind));
  const kept = target.elements
    .filter(({ outcome }) => outcome === 'keep' || outcome === 'script')
    .map(({ name }) => name);
  const fresh = originsOf(release.blueprint, release.key);
  return {
    blueprint: withKept(release, present, kept),
    origins: {
      ...environment.origins,
      ...Object.fromEntries(Object.entries(fresh).filter(([name]) => anew.includes(name))),
    },
    ...(anew.length > 0 && { resets: anew.filter((name) => environment.origins[name]) }),
    ...(replaced.length > 0 && { keepBefore: replaced }),
  };
}

/** A student's own elements stay as their lab has them, so that nothing of them is made anew. */
function withKept(
  { text, blueprint }: { text: string; blueprint: Blueprint },
  present: Blueprint,
  kept: readonly string[],
): string {
  const own = Object.entries(present.elements).filter(([name]) => kept.includes(name));
  if (own.length === 0) return text;
  return printBlueprint({
    ...blueprint,
    elements: { ...blueprint.elements, ...Object.fromEntries(own) },
  });
}

/** To what was kept before the last update: the student's own disks, not the release's. */
async function rollBackChange(
  environment: Environment,
  { store }: ReconcileDeps,
): Promise<TaskChange | undefined> {
  const checkpoints = await store.listCheckpoints(environment.assignmentId);
  const update = await lastUpdate(environment, { store });
  const kept = checkpoints.find((one) => one.id === update?.checkpointId && one.state === 'kept');
  if (!kept) return undefined;
  const blueprint = parseLab(kept.blueprint);
  const origins = originsOf(blueprint, kept.key);
  const resets = Object.keys(origins);
  return { blueprint: kept.blueprint, origins, resets, dropBefore: true };
}
