import { isEqual } from '../blueprint/change.ts';
import { readYaml } from '../blueprint/readYaml.ts';
import { LabcastError } from '../errors.ts';
import type { LabEdit, LabValue } from './labEdit.ts';

export type SetEdit = Extract<LabEdit, { kind: 'set' }>;

/** Sets that make the values of one text those of another. A field of an element is the smallest thing that differs. */
export function diffLab(before: string, after: string): SetEdit[] {
  return compare([], readValue(before), readValue(after));
}

/** Elements and networks are compared by their fields; lists and everything else as wholes. */
function compare(path: readonly string[], before: unknown, after: unknown): SetEdit[] {
  if (isEqual(before, after)) return [];
  if (!isRecord(before) || !isRecord(after) || !hasFields(path))
    return [{ kind: 'set', path, value: after as LabValue | undefined }];
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...keys].flatMap((key) =>
    compare([...path, key], ownValue(before, key), ownValue(after, key)),
  );
}

function hasFields([key, ...rest]: readonly string[]): boolean {
  return key === undefined || ((key === 'elements' || key === 'networks') && rest.length <= 1);
}

function ownValue(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function readValue(text: string): unknown {
  const read = readYaml(text);
  if (!('problems' in read)) return read.value;
  throw new LabcastError('blueprint-invalid', 'lab.yaml cannot be read.', {
    problems: read.problems,
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
