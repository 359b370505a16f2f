import type { Sweep } from '@labcast/store';
import { z } from 'zod';

export const sweepView = z
  .object({
    id: z.string(),
    remove: z.boolean(),
    requestedAt: z.string(),
    finishedAt: z.string().optional(),
    orphans: z.array(
      z.object({
        kind: z.enum(['bridge', 'egress', 'instance']),
        name: z.string(),
        reason: z.string(),
      }),
    ),
    error: z.string().optional(),
  })
  .meta({ id: 'Sweep' });

export function toSweepView(sweep: Sweep): z.output<typeof sweepView> {
  return {
    id: sweep.id,
    remove: sweep.remove,
    requestedAt: sweep.requestedAt.toISOString(),
    ...(sweep.finishedAt && { finishedAt: sweep.finishedAt.toISOString() }),
    orphans: [...sweep.orphans],
    ...(sweep.error !== undefined && { error: sweep.error }),
  };
}
