import { types as builtIn } from '@labcast/domain';
import type { LabType } from '@labcast/domain';
import type { OwnedType } from '@labcast/store';
import { z } from 'zod';

export const typeView = z
  .object({
    name: z.string(),
    summary: z.string(),
    parameters: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['size', 'count', 'cores', 'text']),
        default: z.string(),
        minimum: z.string().optional(),
        maximum: z.string().optional(),
        summary: z.string(),
        path: z.string().optional().describe('Which value of a saved lab it stands for.'),
      }),
    ),
    saved: z.boolean().describe('False for what Labcast itself has.'),
    owner: z
      .object({ id: z.string().optional(), name: z.string() })
      .optional()
      .describe('Of a saved one; without an id when the person is gone.'),
    createdAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Type' });

export type TypeView = z.output<typeof typeView>;

/** The built-in ones first. */
export function toTypeViews(saved: readonly OwnedType[]): TypeView[] {
  return [...builtIn.map(toBuiltInView), ...saved.map(toSavedView)];
}

function toBuiltInView({ name, summary, parameters }: LabType): TypeView {
  return { name, summary, parameters: [...parameters], saved: false };
}

export function toSavedView(type: OwnedType): TypeView {
  const { name, summary, parameters, owner, createdAt } = type;
  return {
    name,
    summary,
    parameters: [...parameters],
    saved: true,
    owner: { name: owner.name, ...(owner.id !== undefined && { id: owner.id }) },
    createdAt: createdAt.toISOString(),
  };
}
