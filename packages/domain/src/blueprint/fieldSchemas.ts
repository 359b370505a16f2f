import { z } from 'zod';
import { coresPattern, parseCores } from '../units/cores.ts';
import { durationPattern, parseDuration } from '../units/duration.ts';
import type { Refusal } from '../units/refusal.ts';
import { parseSize, sizePattern } from '../units/size.ts';
import { fieldName, quote, wrong } from './issueText.ts';

/** The values that fields of `lab.yaml` take, each with its own words for what is wrong. */

interface WrittenIssue {
  readonly input?: unknown;
  readonly path?: readonly PropertyKey[] | undefined;
}

type Parse = (text: string, name: string) => number | Refusal;

/** Text that stands for a number, refused in the words of its parser. Also for the number that was meant as such a text. */
function written(
  parse: Parse,
  documentation: { description: string; pattern: string; example: string },
) {
  const error = ({ input, path }: WrittenIssue): string | undefined => {
    if (typeof input !== 'string' && typeof input !== 'number') return undefined;
    const parsed = parse(String(input), fieldName(path));
    return typeof parsed === 'number' ? undefined : wrong(parsed);
  };
  const { example, ...rest } = documentation;
  return z
    .string({ error })
    .refine((text) => typeof parse(text, '') === 'number', { error })
    .meta({ ...rest, examples: [example] });
}

export function size(description: string, example: string) {
  return written(parseSize, { description, pattern: sizePattern, example });
}

export function duration(description: string, example: string) {
  return written(parseDuration, { description, pattern: durationPattern, example });
}

export function cores(description: string) {
  const error = ({ input, path }: WrittenIssue): string | undefined => {
    if (typeof input !== 'number' && typeof input !== 'string') return undefined;
    const parsed = parseCores(input, fieldName(path));
    return typeof parsed === 'number' ? undefined : wrong(parsed);
  };
  return z
    .union([z.number(), z.string().meta({ pattern: coresPattern })], { error })
    .refine((input) => typeof parseCores(input, '') === 'number', { error })
    .meta({ description, examples: [1, 0.5, '500m'] });
}

/** Text of a certain form. `shape` says in the remedy what it has to look like. */
export function formed(
  pattern: RegExp,
  shape: { description: string; remedy: string; example: string },
) {
  const refuse = ({ input, path }: WrittenIssue): string | undefined =>
    typeof input === 'string' || typeof input === 'number'
      ? wrong({
          message: `${quote(input)} cannot be used as ${fieldName(path)}`,
          remedy: shape.remedy,
        })
      : undefined;
  return z
    .string({ error: refuse })
    .regex(pattern, { error: refuse })
    .meta({ description: shape.description, examples: [shape.example] });
}

/** No control characters but tab and line feed: commands and arguments cannot carry them into a machine. */
export function text(description: string, example: string) {
  return formed(/^(?:[^\p{Cc}\p{Cs}]|[\t\n])+$/u, {
    description,
    remedy: 'Write text, in quotes, that is not empty and has no control characters.',
    example,
  });
}

export function line(description: string, example: string) {
  return formed(/^[^\p{Cc}\p{Cs}]{1,200}$/u, {
    description,
    remedy: 'Write one line of at most 200 characters, in quotes.',
    example,
  });
}

const namePattern = /^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/;

/** A key of `networks` or `elements`. It becomes a host name, so it follows the rules of those. */
export function name(reserved: readonly string[]) {
  return z
    .string()
    .regex(namePattern, {
      error: ({ input }) =>
        wrong({
          message: `${quote(input)} cannot be a name`,
          remedy:
            'Use at most 30 lowercase letters, digits and dashes; start with a letter, do not end with a dash.',
        }),
    })
    .refine((value) => !reserved.includes(value), {
      error: ({ input }) =>
        wrong({
          message: `The name ${String(input)} is taken by Labcast itself`,
          remedy: 'Choose another name.',
        }),
    });
}

export const imagePattern = /^[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,254}$/;

export function image(description: string, example: string) {
  return formed(imagePattern, {
    description,
    remedy: `Write the name of an image, such as ${example}.`,
    example,
  });
}

/** Absolute, with nothing in it that leads elsewhere than it seems to. */
export const path = formed(/^(\/(?!\.{1,2}(\/|$))[^/:\p{Cc}\p{Cs}]+)+$/u, {
  description: 'Absolute path, without `.`, `..` or a slash at the end.',
  remedy: 'Write an absolute path such as /etc/motd, without "..", ":" or a slash at the end.',
  example: '/etc/motd',
});

export const port = z.int().min(1).max(65535);
