import { z } from 'zod';

const nameRule = /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/;

/** A name that a person gives to something new. */
export const newName = z
  .string()
  .regex(
    nameRule,
    'A name has up to 40 lowercase letters, digits and dashes, starts with a letter and ends with a letter or digit.',
  );

export const assignmentParameters = z.object({ assignment: z.string().min(1).max(100) });

export const environmentParameters = assignmentParameters.extend({
  environment: z.string().min(1).max(100),
});

export const elementParameters = environmentParameters.extend({
  element: z.string().min(1).max(100),
});

/** Of a checkpoint, a run or a release: counts within the assignment. */
export const numberParameters = assignmentParameters.extend({
  number: z.coerce.number('This is a number.').int().min(1).max(1_000_000),
});
