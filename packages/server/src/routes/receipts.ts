import type { Assignment, Environment, Store } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RouteDeps } from '../deps.ts';
import { assignmentOf, courseOf } from '../access/authorise.ts';
import { courseParameters } from '../schemas/course.ts';
import { assignmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const environmentReceipts = z.array(
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
);

const receipts = z.object({ environments: environmentReceipts }).meta({ id: 'Receipts' });

const courseReceipts = z
  .object({
    name: z.string(),
    removedAt: z.iso.datetime().optional().describe('Of the course itself.'),
    assignments: z.array(
      z.object({ slug: z.string(), name: z.string(), environments: environmentReceipts }),
    ),
  })
  .meta({ id: 'CourseReceipts' });

/** What was allocated for an assignment or a whole course, and that it is gone. */
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
      async (request) => ({ environments: await describeReceipts(store, assignmentOf(request)) }),
    );

    app.get(
      '/courses/:course/receipts',
      {
        // Whoever may delete a course may see that it is gone, also afterwards.
        config: { access: 'course:remove' },
        schema: {
          operationId: 'getCourseReceipts',
          summary: 'What was ever allocated in a course, also after it was deleted',
          params: courseParameters,
          response: { 200: courseReceipts, ...refusals },
        },
      },
      async (request) => {
        const { id, name, removedAt } = courseOf(request);
        const assignments = await store.listAssignmentsEver(id);
        return {
          name,
          ...(removedAt && { removedAt: removedAt.toISOString() }),
          assignments: await Promise.all(
            assignments.map(async (assignment) => ({
              slug: assignment.slug,
              name: assignment.title,
              environments: await describeReceipts(store, assignment),
            })),
          ),
        };
      },
    );
  };
}

type Reader = Pick<Store, 'listEnvironmentsEver' | 'listLedger'>;

/** Of that name, but not those of an older assignment to which other rules apply. */
async function describeReceipts(store: Reader, { name, courseId }: Assignment) {
  const all = await store.listEnvironmentsEver(name);
  const environments = all.filter((environment) => environment.courseId === courseId);
  return Promise.all(environments.map((environment) => describeReceipt(store, environment)));
}

async function describeReceipt(
  store: Reader,
  { id, name, createdAt, removedAt }: Environment,
): Promise<z.output<typeof environmentReceipts>[number]> {
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
}
