import type { Assignment, CheckpointOwner, Environment, Store } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { frozenCopyName } from '../assignments/removeAssignment.ts';
import type { RouteDeps } from '../deps.ts';
import { assignmentOf, courseOf } from '../access/authorise.ts';
import { courseParameters } from '../schemas/course.ts';
import { assignmentParameters } from '../schemas/names.ts';
import { refusals } from '../schemas/refusals.ts';

const environmentReceipts = z.array(
  z.object({
    environment: z.string(),
    id: z.string(),
    role: z.enum(['dev', 'prod', 'student', 'rehearsal', 'checkpoint']),
    of: z.string().optional().describe('Of a checkpoint: the environment that it was taken of.'),
    section: z.string().optional(),
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
          description:
            'Of one student or of a section with the checkpoints that were taken of them, removed or not.',
          params: assignmentParameters,
          querystring: z.object({
            environment: z.string().min(1).max(100).optional(),
            section: z.string().min(1).max(100).optional(),
          }),
          response: { 200: receipts, ...refusals },
        },
      },
      async (request) => ({
        environments: await describeReceipts(store, assignmentOf(request), request.query),
      }),
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

type Reader = Pick<Store, 'listEnvironmentsEver' | 'listLedger' | 'listCheckpointsEver'>;
type Receipt = z.output<typeof environmentReceipts>[number];

/** Of that name, but not those of an older assignment to which other rules apply. */
async function describeReceipts(
  store: Reader,
  { name, courseId }: Assignment,
  wanted: { readonly environment?: string | undefined; readonly section?: string | undefined } = {},
): Promise<Receipt[]> {
  const ever = await store.listEnvironmentsEver(name);
  const all = ever.filter((environment) => environment.courseId === courseId);
  const assignments = [...new Set(all.map(({ assignmentId }) => assignmentId))];
  const checkpoints = await Promise.all(assignments.map((id) => store.listCheckpointsEver(id)));
  const owners = new Map(checkpoints.flat().map((one) => [one.environmentId, one] as const));
  const meant = all.filter((one) => isMeant(one, wanted));
  const chosen = new Set(meant.map(({ id }) => id));
  // In which the frozen work of one of them was looked at.
  const copies = new Set(meant.map((one) => frozenCopyName(one.name)));
  const isCopy = ({ role, name: copy }: Environment) => role === 'rehearsal' && copies.has(copy);
  return Promise.all(
    all
      .filter((one) => {
        const of = owners.get(one.id)?.sourceId;
        return chosen.has(one.id) || (of !== undefined && chosen.has(of)) || isCopy(one);
      })
      .map((environment) => describeReceipt(store, environment, owners.get(environment.id))),
  );
}

function isMeant(
  { name, section }: Environment,
  wanted: { readonly environment?: string | undefined; readonly section?: string | undefined },
): boolean {
  const isNamed = wanted.environment === undefined || wanted.environment === name;
  return isNamed && (wanted.section === undefined || wanted.section === section);
}

async function describeReceipt(
  store: Reader,
  { id, name, role, section, createdAt, removedAt }: Environment,
  checkpoint: CheckpointOwner | undefined,
): Promise<Receipt> {
  const rows = await store.listLedger(id);
  return {
    environment: name,
    id,
    role,
    ...(checkpoint && { of: checkpoint.sourceName }),
    ...(section !== undefined && { section }),
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
