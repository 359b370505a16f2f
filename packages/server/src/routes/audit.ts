import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { refusals } from '../schemas/refusals.ts';

const auditView = z
  .object({
    entries: z.array(
      z.object({
        id: z.string(),
        at: z.iso.datetime(),
        personId: z.string().optional(),
        actor: z.string(),
        means: z.enum(['session', 'token', 'admin-token', 'sign-in', 'setup-link']),
        action: z.string(),
        target: z.string(),
        status: z.number().int().describe('Of the answer; 101 for a console that was opened.'),
        address: z.string(),
      }),
    ),
  })
  .meta({ id: 'Audit' });

export function auditRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/audit',
      {
        config: { access: 'audit:view' },
        schema: {
          operationId: 'getAudit',
          summary: 'Who changed what, newest first, at most 200 entries at once',
          querystring: z.object({
            before: z
              .string()
              .regex(/^\d{1,18}$/, 'This is the id of an entry.')
              .optional(),
          }),
          response: { 200: auditView, ...refusals },
        },
      },
      async ({ query }) => ({
        entries: (await store.listAudit(query.before)).map((entry) => ({
          ...entry,
          at: entry.at.toISOString(),
        })),
      }),
    );
  };
}
