import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { refusals } from '../schemas/refusals.ts';

const kind = z.enum(['bridge', 'egress', 'instance']);
const pageSize = 200;

const ledgerQuery = z.object({
  state: z
    .enum(['open', 'unseen', 'gone'])
    .optional()
    .describe('`unseen` was asked for and never seen to be there.'),
  kind: kind.optional(),
  search: z.string().min(1).max(200).optional().describe('Part of a name or an owner.'),
  before: z
    .string()
    .regex(/^\d{1,18}$/, 'This is the id of a row.')
    .optional(),
});

const ledgerView = z
  .object({
    counts: z.object({ all: z.number(), open: z.number(), unseen: z.number() }),
    rows: z.array(
      z.object({
        id: z.string(),
        kind,
        name: z.string(),
        owner: z.string().describe('`assignment/environment`'),
        title: z.string(),
        course: z.string().optional(),
        requestedAt: z.iso.datetime(),
        seenAt: z.iso.datetime().optional(),
        goneAt: z.iso.datetime().optional(),
      }),
    ),
    more: z.boolean().describe('Whether there are older ones.'),
  })
  .meta({ id: 'Ledger' });

/** Everything that was ever allocated. */
export function ledgerRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/admin/ledger',
      {
        config: { access: 'ledger:view' },
        schema: {
          operationId: 'getLedger',
          summary:
            'What was allocated, for whom, and whether it is gone; newest first, 200 at once',
          querystring: ledgerQuery,
          response: { 200: ledgerView, ...refusals },
        },
      },
      async ({ query }) => {
        const { state, kind, search, before } = query;
        const filter = {
          ...(state && { state }),
          ...(kind && { kind }),
          ...(search !== undefined && { search }),
          ...(before !== undefined && { before }),
        };
        const [counts, found] = await Promise.all([
          store.countLedger(),
          store.searchLedger({ ...filter, most: pageSize + 1 }),
        ]);
        return {
          counts,
          rows: found.slice(0, pageSize).map((row) => ({
            id: row.id,
            kind: row.kind,
            name: row.name,
            owner: row.owner,
            title: row.title,
            ...(row.courseName !== undefined && { course: row.courseName }),
            requestedAt: row.requestedAt.toISOString(),
            ...(row.seenAt && { seenAt: row.seenAt.toISOString() }),
            ...(row.goneAt && { goneAt: row.goneAt.toISOString() }),
          })),
          more: found.length > pageSize,
        };
      },
    );
  };
}
