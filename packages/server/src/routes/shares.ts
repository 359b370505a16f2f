import type { Course, Environment } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { promisedTo } from '../admission.ts';
import type { RouteDeps } from '../deps.ts';
import { refusals } from '../schemas/refusals.ts';

const promised = { memoryBytes: z.number(), storageBytes: z.number(), environments: z.number() };

const shares = z
  .object({
    courses: z
      .array(
        z.object({
          course: z.string().optional().describe('Its slug; none for labs outside of courses.'),
          name: z.string(),
          ...promised,
          assignments: z.array(z.object({ assignment: z.string(), ...promised })),
        }),
      )
      .describe('The largest first, by memory.'),
  })
  .meta({ id: 'CapacityShares' });

/** Who has been promised how much of the host. */
export function shareRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/admin/capacity',
      {
        config: { access: 'capacity:share' },
        schema: {
          operationId: 'getCapacityShares',
          summary: 'What was promised to each course and assignment',
          response: { 200: shares, ...refusals },
        },
      },
      async () => {
        const [environments, courses] = await Promise.all([store.listLabs(), store.listCourses()]);
        const byCourse = Map.groupBy(environments, ({ courseId }) => courseId);
        return {
          courses: [...byCourse]
            .map(([id, all]) => ({
              ...describe(courses.find((course) => course.id === id)),
              ...share(all),
              assignments: [...Map.groupBy(all, ({ assignmentName }) => assignmentName)]
                .map(([assignment, own]) => ({ assignment, ...share(own) }))
                .sort(bySize),
            }))
            .sort(bySize),
        };
      },
    );
  };
}

function describe(course: Course | undefined): { course?: string; name: string } {
  return course ? { course: course.slug, name: course.name } : { name: 'Outside of courses' };
}

function share(environments: readonly Environment[]) {
  return { ...promisedTo(environments), environments: environments.length };
}

function bySize(one: { memoryBytes: number }, other: { memoryBytes: number }): number {
  return other.memoryBytes - one.memoryBytes;
}
