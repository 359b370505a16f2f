import { catalogueImages, LabcastError, parseBlueprint } from '@labcast/domain';
import type { Blueprint, EnvironmentKey } from '@labcast/domain';
import type { AssignmentId } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';

export interface ParsedRelease {
  readonly number: number;
  readonly key: EnvironmentKey;
  readonly text: string;
  readonly blueprint: Blueprint;
}

/** Throws `release-not-found`. */
export async function parseRelease(
  about: { readonly assignmentId: AssignmentId; readonly releaseNumber: number },
  { store }: Pick<ReconcileDeps, 'store'>,
): Promise<ParsedRelease> {
  const releases = await store.listReleaseDisks(about.assignmentId);
  const found = releases.find(({ number }) => number === about.releaseNumber);
  if (!found) {
    const name = `r${String(about.releaseNumber)}`;
    throw new LabcastError('release-not-found', `There is no release ${name}.`);
  }
  const { number, key, blueprint: text } = found;
  return { number, key, text, blueprint: parseLab(text) };
}

/** Throws `blueprint-invalid`. */
export function parseLab(text: string): Blueprint {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue: catalogueImages });
  if ('blueprint' in parsed) return parsed.blueprint;
  throw new LabcastError('blueprint-invalid', 'The lab.yaml is not valid.', {
    problems: parsed.problems,
  });
}
