import type { Blueprint } from '../blueprint/blueprint.ts';
import { parseBlueprint } from '../blueprint/parseBlueprint.ts';
import type { Problem } from '../errors.ts';
import { exampleCatalogue } from './exampleCatalogue.ts';

const options = { file: 'lab.yaml', catalogue: exampleCatalogue };

/** Of a text that is expected to be right. */
export function readExample(text: string): Blueprint {
  const parsed = parseBlueprint(text, options);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems, undefined, 1));
  return parsed.blueprint;
}

/** Of a text that is expected to be wrong; empty when it is not. */
export function findProblems(text: string): readonly Problem[] {
  const parsed = parseBlueprint(text, options);
  return 'problems' in parsed ? parsed.problems : [];
}

/** A value as `lab.yaml` text, whatever characters are in it: JSON is YAML, and may escape all of them. */
export function writeExample(lab: unknown): string {
  return JSON.stringify(lab).replaceAll(/[^\x20-\x7e]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
