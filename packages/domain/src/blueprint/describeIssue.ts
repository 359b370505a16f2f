import { z } from 'zod';
import { suggestName } from '../text/closestName.ts';
import type { Refusal } from '../units/refusal.ts';
import { fieldName, quote, wrong } from './issueText.ts';

/** What zod found, in words for somebody who writes YAML and knows no TypeScript. Unknown keys give two lines for each key. */
export function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => wrong(unknownKey(key, knownKeys(issue.inst)))).join('\n');
    case 'invalid_type':
      return wrong(wrongType(issue));
    case 'invalid_value':
      return wrong(wrongValue(fieldName(issue.path), issue.input, issue.values));
    case 'invalid_union':
      return wrong(
        typeof issue.discriminator === 'string'
          ? wrongKind(issue, issue.discriminator)
          : wrongType({ ...issue, expected: expectedOf(issue.errors) }),
      );
    case 'too_small':
    case 'too_big':
      return wrong(outOfBounds(issue));
    case 'invalid_key':
      return issue.issues[0]?.message;
    default:
      return undefined;
  }
}

function unknownKey(key: string, known: readonly string[]): Refusal {
  return { message: `The key ${quote(key)} is not known here`, remedy: suggestName(key, known) };
}

function knownKeys(schema: unknown): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys to values',
  record: 'a mapping of keys to values',
};

function wrongType(issue: {
  input?: unknown;
  expected: string;
  path?: PropertyKey[] | undefined;
  inst?: unknown;
}): Refusal {
  const field = fieldName(issue.path);
  const expected = typeNames[issue.expected] ?? issue.expected;
  if (issue.path === undefined || issue.path.length === 0)
    return {
      message: issue.input === null ? 'The file is empty' : 'This is not a lab',
      remedy: 'Start with the line "version: 1", then "elements:".',
    };
  const example = exampleOf(issue.inst);
  if (issue.input === undefined)
    return {
      message: `${field} is missing`,
      remedy:
        example === undefined ? `Add ${field}.` : `Add ${field}, such as ${field}: ${example}.`,
    };
  if (issue.input === null)
    return { message: `${field} is empty`, remedy: `Write ${expected} after it, or remove it.` };
  const isMeantAsText = expected === 'text' && typeof issue.input !== 'object';
  return {
    message: `${field} is ${typeOf(issue.input)}, it has to be ${expected}`,
    remedy: isMeantAsText
      ? `Put the value in quotes: ${JSON.stringify(JSON.stringify(issue.input))}.`
      : `Write ${expected}${example === undefined ? '' : `, such as ${example}`}.`,
  };
}

/** One of several types: `a number or text`. */
function expectedOf(branches: readonly (readonly z.core.$ZodIssue[])[]): string {
  const types = branches.flatMap(([issue]) =>
    issue?.code === 'invalid_type' ? [typeNames[issue.expected] ?? issue.expected] : [],
  );
  return types.join(' or ');
}

function exampleOf(schema: unknown): string | undefined {
  const example = schema instanceof z.ZodType ? schema.meta()?.examples : undefined;
  return Array.isArray(example) ? String(example[0]) : undefined;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? `the text ${quote(value)}` : quote(value);
}

function wrongValue(field: string, input: unknown, values: readonly unknown[]): Refusal {
  const right = values.map(String).join(', ');
  return input === undefined
    ? { message: `${field} is missing`, remedy: `Add the line "${field}: ${right}".` }
    : { message: `${field} is ${quote(input)}, which is not known`, remedy: `Write ${right}.` };
}

function wrongKind(issue: { input?: unknown; options?: unknown }, key: string): Refusal {
  const kinds = Array.isArray(issue.options) ? issue.options.map(String) : [];
  const given = (issue.input as Record<string, unknown>)[key];
  if (given === undefined)
    return { message: `${key} is missing`, remedy: `Write one of ${kinds.join(', ')}.` };
  return {
    message: `${quote(given)} is no ${key} of element`,
    remedy: suggestName(typeof given === 'string' ? given : '', kinds),
  };
}

interface BoundsIssue {
  readonly code: 'too_small' | 'too_big';
  readonly origin: string;
  readonly input?: unknown;
  readonly path?: PropertyKey[] | undefined;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
}

function outOfBounds(issue: BoundsIssue): Refusal {
  const field = fieldName(issue.path);
  if (issue.origin === 'array')
    return {
      message: `${field} is an empty list`,
      remedy: `Put something into ${field}, or remove it.`,
    };
  return issue.code === 'too_small'
    ? {
        message: `${field} is ${quote(issue.input)}`,
        remedy: `Write ${String(issue.minimum)} or more.`,
      }
    : {
        message: `${field} is ${quote(issue.input)}`,
        remedy: `Write ${String(issue.maximum)} or less.`,
      };
}
