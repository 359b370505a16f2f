import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { courseOf, may } from '../access/authorise.ts';
import type { Identity } from '../access/identify.ts';
import { describeCourse, describeCourses } from '../courses/describeCourses.ts';
import type { RouteDeps } from '../deps.ts';
import { courseParameters, courseView } from '../schemas/course.ts';
import { displayName } from '../schemas/person.ts';
import { refusals } from '../schemas/refusals.ts';

const made = z.object({ course: courseView }).meta({ id: 'CourseAnswer' });

/** Courses as a whole. */
export function courseRoutes({ store }: RouteDeps): FastifyPluginAsyncZod {
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.get(
      '/courses',
      {
        config: { access: 'course:list' },
        schema: {
          operationId: 'listCourses',
          summary: 'The courses that the caller may see',
          response: { 200: z.object({ courses: z.array(courseView) }), ...refusals },
        },
      },
      async ({ identity }) => {
        const courses = await store.listCourses();
        const visible = courses.filter(({ id }) => may(identity, 'course:view', id));
        return { courses: await describeCourses(store, identity, visible) };
      },
    );

    app.post(
      '/courses',
      {
        config: { access: 'course:create' },
        schema: {
          operationId: 'createCourse',
          summary: 'Makes a course, with the caller as its instructor',
          body: z.strictObject({ name: displayName }),
          response: { 201: made, ...refusals },
        },
      },
      async (request, reply) => {
        const { identity, body } = request;
        const course = await store.createCourse(body.name, identity?.person?.id);
        request.auditTarget = course.slug;
        const mine = identity && withRole(identity, course.id);
        return reply.code(201).send({ course: await describeCourse(store, mine, course) });
      },
    );

    app.get(
      '/courses/:course',
      {
        config: { access: 'course:view' },
        schema: {
          operationId: 'getCourse',
          summary: 'One course',
          params: courseParameters,
          response: { 200: courseView, ...refusals },
        },
      },
      (request) => describeCourse(store, request.identity, courseOf(request)),
    );
  };
}

/** Whoever makes a course is its instructor, though the request began before that was so. */
function withRole(identity: Identity, courseId: string): Identity {
  const roles = new Map([...identity.caller.roles, [courseId, 'instructor'] as const]);
  return { ...identity, caller: { ...identity.caller, roles } };
}
