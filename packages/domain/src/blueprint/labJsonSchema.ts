import { z } from 'zod';
import { labSchema } from './labSchema.ts';

/** JSON Schema (draft 2020-12) of `lab.yaml`, for editors. It knows the form; what only Labcast knows is checked on reading. */
export function labJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(labSchema, { io: 'input' });
}
