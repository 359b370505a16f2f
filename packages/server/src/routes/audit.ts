import type { AuditEntry, AuditFilter } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { printCsv } from '../printCsv.ts';
import type { RouteDeps } from '../deps.ts';
import { refusals } from '../schemas/refusals.ts';

const pageSize = 200;
/** What a spreadsheet still opens. */
const mostRows = 100_000;

const auditQuery = z.object({
  before: z
    .string()
    .regex(/^\d{1,18}$/, 'This is the id of an entry.')
    .optional(),
  actor: z.string().min(1).max(200).optional().describe('Part of who did it.'),
  what: z.string().min(1).max(200).optional().describe('Part of the action or its target.'),
  since: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
});

const auditView = z
  .object({
    entries: z.array(
      z.object({
        id: z.string(),
        at: z.iso.datetime(),
        personId: z.string().optional(),
        actor: z.string(),
        means: z.enum([
          'session',
          'token',
          'admin-token',
          'sign-in',
          'setup-link',
          'invitation',
          'join-code',
        ]),
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
          querystring: auditQuery,
          response: { 200: auditView, ...refusals },
        },
      },
      async ({ query }) => ({
        entries: (await store.listAudit(toFilter(query, pageSize))).map((entry) => ({
          ...entry,
          at: entry.at.toISOString(),
        })),
      }),
    );

    app.get(
      '/audit.csv',
      {
        config: { access: 'audit:view' },
        schema: { hide: true, querystring: auditQuery },
      },
      async ({ query }, reply) => {
        const entries = await store.listAudit(toFilter(query, mostRows));
        return reply
          .header('content-type', 'text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="labcast-audit.csv"')
          .send(printCsv([columns, ...entries.map(toRow)]));
      },
    );
  };
}

const columns = ['at', 'actor', 'means', 'action', 'target', 'status', 'address'];

function toRow({ at, actor, means, action, target, status, address }: AuditEntry): string[] {
  return [at.toISOString(), actor, means, action, target, String(status), address];
}

function toFilter(
  { before, actor, what, since, until }: z.output<typeof auditQuery>,
  most: number,
): AuditFilter {
  return {
    ...(before !== undefined && { before }),
    ...(actor !== undefined && { actor }),
    ...(what !== undefined && { what }),
    ...(since !== undefined && { since: new Date(since) }),
    ...(until !== undefined && { until: new Date(until) }),
    most,
  };
}
