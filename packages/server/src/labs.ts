import {
  buildBlueprintText,
  catalogueImages,
  diffBlueprints,
  estimateNeeds,
  LabcastError,
  parseBlueprint,
} from '@labcast/domain';
import type { Blueprint, Change, Needs, SavedType } from '@labcast/domain';

/** Throws `blueprint-invalid` with everything that is wrong. */
export function parseLab(text: string): Blueprint {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  if ('blueprint' in parsed) return parsed.blueprint;
  const { problems } = parsed;
  const count = problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`;
  throw new LabcastError('blueprint-invalid', `The lab.yaml has ${count}.`, { problems });
}

/** `saved` are the types that people made. Throws `type-unknown` and `parameter-invalid`. */
export function labFromType(
  saved: readonly SavedType[],
  type: string,
  parameters: Readonly<Record<string, string>>,
): string {
  return buildBlueprintText(type, parameters, saved);
}

/** What a running lab would go through. Throws `blueprint-invalid`. */
export function planLab(before: string, after: string): Change[] {
  return diffBlueprints(parseLab(before), parseLab(after));
}

/** A class has some hundred environments of a few blueprints. */
const mostRemembered = 500;
const remembered = new Map<string, Needs | undefined>();

/** Undefined for a text that an older version took and this one does not: nothing can be said about it. */
export function needsOf(text: string): Needs | undefined {
  if (remembered.has(text)) return remembered.get(text);
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  const needs = 'blueprint' in parsed ? estimateNeeds(parsed.blueprint) : undefined;
  const [oldest] = remembered.keys();
  if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest);
  remembered.set(text, needs);
  return needs;
}
