import type { z } from 'zod';
import { describeIssue } from './describeIssue.ts';
import { readWrong } from './issueText.ts';
import type { LabFile } from './labSchema.ts';
import { labSchema } from './labSchema.ts';
import type { PlacedProblem } from './placedProblem.ts';

/** The form of a lab checked. `file` is what remains without its faulty parts, so that what is well-formed is judged too. */
export interface LabFileReading {
  readonly file: LabFile | undefined;
  readonly problems: readonly PlacedProblem[];
}

export function readLabFile(value: unknown): LabFileReading {
  const parsed = labSchema.safeParse(value, { error: describeIssue, reportInput: true });
  if (parsed.success) return { file: parsed.data, problems: [] };
  return {
    file: readRemains(value, parsed.error.issues),
    problems: parsed.error.issues.flatMap(toProblems),
  };
}

/** Each removal can uncover a missing key one level higher; the format has no more levels than that. */
const deepestLevel = 7;

function readRemains(value: unknown, issues: readonly z.core.$ZodIssue[]): LabFile | undefined {
  let remains = value;
  let faults = issues;
  for (let round = 0; round < deepestLevel; round++) {
    remains = without(remains, faults.flatMap(faultyPaths));
    if (typeof remains !== 'object' || remains === null) return undefined;
    remains = { ...remains, version: 1 };
    const parsed = labSchema.safeParse(remains);
    if (parsed.success) return parsed.data;
    faults = parsed.error.issues;
  }
  return undefined;
}

type Path = readonly PropertyKey[];

function faultyPaths(issue: z.core.$ZodIssue): Path[] {
  if (issue.path[0] === 'version') return [];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key]);
  // Without its kind nothing can be said about an element.
  if (issue.code === 'invalid_union' && 'discriminator' in issue) return [issue.path.slice(0, -1)];
  return [issue.path];
}

/** A copy without what is at those paths; undefined when a path leads to this itself, or to a key that it lacks. */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (paths.length === 0) return value;
  if (typeof value !== 'object' || value === null || paths.some((path) => path.length === 0))
    return undefined;
  const pathsOf = new Map<string, Path[]>();
  for (const [head = '', ...rest] of paths) {
    const known = pathsOf.get(String(head));
    if (known) known.push(rest);
    else pathsOf.set(String(head), [rest]);
  }
  if ([...pathsOf.keys()].some((key) => !Object.hasOwn(value, key))) return undefined;
  const kept = Object.entries(value)
    .map(([key, item]: [string, unknown]) => [key, without(item, pathsOf.get(key) ?? [])] as const)
    .filter(([, item]) => item !== undefined);
  return Array.isArray(value) ? kept.map(([, item]) => item) : Object.fromEntries(kept);
}

function toProblems(issue: z.core.$ZodIssue): PlacedProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const lines = issue.message.split('\n');
    return issue.keys.map((key, index) => ({
      path: [...issue.path, key],
      message: lines[2 * index] ?? '',
      remedy: lines[2 * index + 1] ?? '',
    }));
  }
  if (issue.code === 'invalid_union' && !('discriminator' in issue)) {
    const meant = issue.errors.find((branch) => branch.every((inner) => !isOfWrongType(inner)));
    if (meant)
      return meant.flatMap((inner) =>
        toProblems({ ...inner, path: [...issue.path, ...inner.path] }),
      );
  }
  return [{ path: issue.path, ...readWrong(issue.message) }];
}

/** Of the forms that a value may have, it was not meant as one of another type. */
function isOfWrongType(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}
