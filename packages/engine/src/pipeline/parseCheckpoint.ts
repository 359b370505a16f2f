import { catalogueImages, LabcastError, parseBlueprint } from '@labcast/domain';
import type { Blueprint } from '@labcast/domain';
import type { Checkpoint } from '@labcast/store';

/** Throws `blueprint-invalid` with everything that is wrong. */
export function parseCheckpoint({ number, blueprint }: Checkpoint): Blueprint {
  const parsed = parseBlueprint(blueprint, { file: 'lab.yaml', catalogue: catalogueImages });
  if ('blueprint' in parsed) return parsed.blueprint;
  const { problems } = parsed;
  throw new LabcastError(
    'blueprint-invalid',
    `The lab.yaml of checkpoint c${String(number)} has ${String(problems.length)} mistakes: ${problems[0]?.message ?? ''}.`,
    { problems, remedy: 'Correct it in dev, then take a checkpoint again.' },
  );
}
