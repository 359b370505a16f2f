import { catalogueImages, reviewLab } from '@labcast/domain';
import type { Blueprint, HostObservation, Problem } from '@labcast/domain';
import { parseCheckpoint } from '../parseCheckpoint.ts';
import { until } from '../runContext.ts';
import type { RunContext, StageEnd } from '../runContext.ts';

/** Waits for the checkpoint, then reads its lab.yaml, sees that the images are there, and gives advice. */
export async function validate(context: RunContext): Promise<StageEnd> {
  const { run, deps, log, save } = context;
  const name = `c${String(run.checkpointNumber)}`;
  await save({ message: `Waits until checkpoint ${name} is taken.` });
  const checkpoint = await until(context, async () => {
    const now = await deps.store.getCheckpoint(run.checkpointId);
    return now.state === 'kept' || now.state === 'failed' ? now : undefined;
  });
  if (checkpoint.state === 'failed')
    return {
      state: 'failed',
      message: `Checkpoint ${name} could not be taken: ${checkpoint.error ?? 'nobody knows why.'}`,
    };
  if (checkpoint.pauseMs !== undefined)
    await log({ message: `Checkpoint ${name}: dev stood still for ${checkpoint.pauseMs} ms.` });
  const blueprint = parseCheckpoint(checkpoint);
  const seen = await deps.store.findHostObservation();
  const missing = seen ? missingImages(blueprint, seen.observation) : [];
  const advice = reviewLab(blueprint, checkpoint.usage);
  for (const { message } of missing) await log({ message }, 'error');
  for (const { message } of advice) await log({ message }, 'warning');
  const count = Object.keys(blueprint.elements).length;
  if (missing.length > 0)
    return {
      state: 'failed',
      message: missing[0]?.message ?? '',
      problems: [...missing, ...advice],
    };
  return {
    state: 'passed',
    message: `${String(count)} elements, ${String(blueprint.checks.length)} checks, ${String(advice.length)} things that could be better.`,
    problems: advice,
  };
}

/** Even of a copy the gateway is made from its image. */
function missingImages({ elements }: Blueprint, { images }: HostObservation): Problem[] {
  const used = new Set(
    Object.values(elements).flatMap((element) => ('image' in element ? [element.image] : [])),
  );
  return catalogueImages
    .filter(({ kind, name, alias }) => {
      const isNeeded = kind === 'gateway' || (kind !== 'app' && used.has(name));
      return isNeeded && alias !== undefined && !images.includes(alias);
    })
    .map(({ name }) => ({
      message: `The image ${name} has not been built on this host.`,
      remedy: 'Build what is missing with "make up LABCAST_IMAGES=all".',
    }));
}
