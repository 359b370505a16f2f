import { z } from 'zod';
import { newName } from '../schemas/names.ts';

/** What a person asks for: a type with its parameters, or a lab.yaml. */
export const creation = z
  .strictObject({
    name: newName.optional().describe('By default the type, or the type with a number.'),
    type: z.string().optional(),
    parameters: z.record(z.string(), z.string()).optional(),
    blueprint: z.string().optional().describe('A lab.yaml, instead of a type.'),
  })
  .meta({ id: 'CreateAssignmentRequest' });

export type Creation = z.output<typeof creation>;
