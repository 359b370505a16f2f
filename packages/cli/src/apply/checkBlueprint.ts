import { catalogueImages, parseBlueprint } from '@labcast/domain';
import type { Blueprint } from '@labcast/domain';
import { CommandError } from '../commandError.ts';

/** What the file itself is wrong about is said before anything is sent, however large the file is. */
export function checkBlueprint(text: string): Blueprint {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  if ('blueprint' in parsed) return parsed.blueprint;
  throw new CommandError('blueprint-invalid', 'The lab.yaml is not valid.', {
    problems: parsed.problems,
    remedy: 'Correct the file and apply it again. Nothing was changed.',
  });
}
