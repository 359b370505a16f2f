import { LabcastError } from '@labcast/domain';
import type { Course } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { courseOf } from '../access/authorise.ts';
import { removeAssignment } from '../assignments/removeAssignment.ts';
import { describeCourse } from '../courses/describeCourses.ts';
import type { RouteDeps } from '../deps.ts';
import { courseParameters, courseView } from '../schemas/course.ts';
import { environmentView, toEnvironmentView } from '../schemas/environment.ts';
import { displayName } from '../schemas/person.ts';
import { refusals } from '../schemas/refusals.ts';

const removed = z.object({ environments: z.array(environmentView) }).meta({ id: 'RemovedCourse' });

/** A course is renamed, archived, deleted. */
export function courseChangeRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.patch(
      '/courses/:course',
      {
        config: { access: 'course:change' },
        schema: {
          operationId: 'changeCourse',
          summary: 'Renames a course, archives it, or brings it back',
          params: courseParameters,
          body: z.strictObject({ name: displayName.optional(), archived: z.boolean().optional() }),
          response: { 200: courseView, ...refusals },
        },
      },
      async (request) => {
        const { name, archived } = request.body;
        const course = await store.changeCourse(courseOf(request).id, {
          ...(name !== undefined && { name }),
          ...(archived !== undefined && { archived }),
        });
        return describeCourse(store, request.identity, course);
      },
    );

    app.delete(
      '/courses/:course',
      {
        config: { access: 'course:remove' },
        schema: {
          operationId: 'removeCourse',
          summary: 'Deletes a course and all of its assignments; may be repeated',
          params: courseParameters,
          body: z.strictObject({ confirmation: z.string().describe("The course's name.") }),
          response: { 200: removed, 202: removed, ...refusals },
        },
      },
      async (request, reply) => {
        const course = courseOf(request);
        const assignments = await store.listAssignmentsEver(course.id);
        const left = assignments.filter(({ removedAt }) => removedAt === undefined).length;
        refuseUnlessConfirmed(course, request.body.confirmation, left);
        // First the course: nothing new is made in it from now on.
        await store.removeCourse(course.id);
        const environments = [];
        for (const assignment of await store.listAssignmentsEver(course.id)) {
          environments.push(...(await removeAssignment(store, assignment)));
        }
        const isOver = environments.every(({ removedAt }) => removedAt !== undefined);
        return reply
          .code(isOver ? 200 : 202)
          .send({ environments: environments.map(toEnvironmentView) });
      },
    );
  };
}

function refuseUnlessConfirmed({ name }: Course, confirmation: string, assignments: number): void {
  if (confirmation.normalize('NFC').trim() === name) return;
  const count = assignments === 1 ? '1 assignment' : `${assignments} assignments`;
  throw new LabcastError(
    'confirmation-needed',
    `This would delete the course ${name} with ${count} and everything in them.`,
    { remedy: "Give the course's name as the confirmation." },
  );
}
