import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { assignmentOf } from '../access/authorise.ts';
import { assignmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const receipts = z
  .object({
    environments: z.array(
      z.object({
        environment: z.string(),
        id: z.string(),
        createdAt: z.iso.datetime(),
        removedAt: z.iso.datetime().optional(),
        complete: z.boolean().describe('Whether all that was ever allocated is verifiably gone.'),
        rows: z.array(
          z.object({
            kind: z.enum(['bridge', 'egress', 'instance']),
            name: z.string(),
            requestedAt: z.iso.datetime(),
            seenAt: z.iso.datetime().optional(),
            goneAt: z.iso.datetime().optional(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Receipts' });

/** What was allocated for an assignment, and that it is gone. */
export function receiptRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/receipts/:assignment',
      {
        config: { access: 'assignment:view' },
        schema: {
          operationId: 'getReceipts',
          summary: 'What was allocated for each environment of that name, newest first',
          params: assignmentParameters,
          response: { 200: receipts, ...refusals },
        },
      },
      async (request) => {
        const { name, courseId } = assignmentOf(request);
        const all = await store.listEnvironmentsEver(name);
        // Of that name, but not those of an older assignment to which other rules apply.
        const environments = all.filter((environment) => environment.courseId === courseId);
        return {
          environments: await Promise.all(
            environments.map(async ({ id, name, createdAt, removedAt }) => {
              const rows = await store.listLedger(id);
              return {
                environment: name,
                id,
                createdAt: createdAt.toISOString(),
                ...(removedAt && { removedAt: removedAt.toISOString() }),
                complete: removedAt !== undefined && rows.every((row) => row.goneAt !== undefined),
                rows: rows.map((row) => ({
                  kind: row.kind,
                  name: row.name,
                  requestedAt: row.requestedAt.toISOString(),
                  ...(row.seenAt && { seenAt: row.seenAt.toISOString() }),
                  ...(row.goneAt && { goneAt: row.goneAt.toISOString() }),
                })),
              };
            }),
          ),
        };
      },
    );
  };
}
