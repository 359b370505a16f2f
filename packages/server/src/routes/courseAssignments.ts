import { LabcastError } from '@labcast/domain';
import type { Assignment } from '@labcast/store';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { assignmentOf, courseOf, requireAccess } from '../access/authorise.ts';
import { placeNotFound } from '../access/findPlace.ts';
import { admission } from '../admission.ts';
import { blankLab } from '../assignments/blankLab.ts';
import type { RouteDeps } from '../deps.ts';
import { labFromType, parseLab } from '../labs.ts';
import {
  assignmentDetail,
  courseParameters,
  roleIn,
  toAssignmentDetail,
} from '../schemas/course.ts';
import { assignmentParameters } from '../schemas/names.ts';
import { displayName } from '../schemas/person.ts';
import { refusals } from '../schemas/refusals.ts';

const origin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('blank') }),
  z.strictObject({
    kind: z.literal('type'),
    type: z.string(),
    parameters: z.record(z.string(), z.string()).default({}),
  }),
  z.strictObject({ kind: z.literal('assignment'), slug: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('blueprint'), blueprint: z.string() }),
]);
type Origin = z.output<typeof origin>;

const creation = z
  .strictObject({ name: displayName, from: origin })
  .meta({ id: 'NewCourseAssignment' });

const made = z.object({ assignment: assignmentDetail }).meta({ id: 'AssignmentAnswer' });

/** Assignments as people know them: in a course, with a name in their own words. */
export function courseAssignmentRoutes(deps: RouteDeps): FastifyPluginAsyncZod {
  const { store } = deps;
  const describe = async ({ identity }: FastifyRequest, assignment: Assignment) => {
    const { courseId } = assignment;
    const [courses, environments] = await Promise.all([
      courseId === undefined ? [] : store.listCourses(),
      store.listLabs(),
    ]);
    const course = courses.find(({ id }) => id === courseId);
    return toAssignmentDetail(
      assignment,
      course && identity && { ...course, role: roleIn(identity, course.id) },
      environments.filter(({ assignmentId }) => assignmentId === assignment.id),
    );
  };
  // eslint-disable-next-line @typescript-eslint/require-await -- Fastify's plugins are asynchronous.
  return async (app) => {
    app.post(
      '/courses/:course/assignments',
      {
        config: { access: 'assignment:create' },
        schema: {
          operationId: 'createCourseAssignment',
          summary: 'Makes an assignment in a course',
          params: courseParameters,
          body: creation,
          response: { 201: made, ...refusals },
        },
      },
      async (request, reply) => {
        const { name: title, from } = request.body;
        const lab = await beginFrom(deps, request, from);
        // A lab without elements waits for its first one; there is nothing to make yet.
        const parsed = parseLab(lab.blueprint);
        const isBlank = Object.keys(parsed.elements).length === 0;
        const assignment = await store.createCourseAssignment(
          { ...lab, courseId: courseOf(request).id, title },
          isBlank ? undefined : await admission(deps, parsed),
        );
        request.auditTarget = assignment.slug;
        return reply.code(201).send({ assignment: await describe(request, assignment) });
      },
    );

    app.get(
      '/assignments/:assignment',
      {
        config: { access: 'assignment:view' },
        schema: {
          operationId: 'getAssignment',
          summary: 'One assignment, by its slug or its name',
          params: assignmentParameters,
          response: { 200: assignmentDetail, ...refusals },
        },
      },
      (request) => describe(request, presentAssignment(request)),
    );

    app.patch(
      '/assignments/:assignment',
      {
        config: { access: 'assignment:change' },
        schema: {
          operationId: 'renameAssignment',
          summary: 'Gives an assignment of a course another name',
          params: assignmentParameters,
          body: z.strictObject({ name: displayName }),
          response: { 200: assignmentDetail, ...refusals },
        },
      },
      async (request) => {
        const { id, courseId } = presentAssignment(request);
        if (courseId === undefined) {
          throw new LabcastError(
            'request-invalid',
            'Its name is what commands call it, and stays.',
          );
        }
        return describe(request, await store.renameAssignment(id, request.body.name));
      },
    );
  };
}

function presentAssignment(request: FastifyRequest): Assignment {
  const assignment = assignmentOf(request);
  if (!assignment.removedAt) return assignment;
  throw new LabcastError('assignment-not-found', `${assignment.title} was deleted.`);
}

/** Throws what is wrong with it, and `assignment-not-found` for another assignment that the caller may not see. */
async function beginFrom({ store }: RouteDeps, request: FastifyRequest, from: Origin) {
  switch (from.kind) {
    case 'blank':
      return { parameters: {}, blueprint: blankLab };
    case 'type': {
      const { type, parameters } = from;
      return {
        type,
        parameters,
        blueprint: labFromType(await store.listTypes(), type, parameters),
      };
    }
    case 'blueprint':
      return { parameters: {}, blueprint: from.blueprint };
    case 'assignment': {
      const names = { assignment: from.slug };
      const assignment = await store.findAssignment(from.slug);
      if (!assignment || assignment.removedAt) throw placeNotFound(names);
      requireAccess(request.identity, 'assignment:view', { assignment }, names);
      const dev = await store.findEnvironment(assignment.name, 'dev');
      const { type, parameters, draft = blankLab } = assignment;
      const blueprint = dev?.blueprint ?? draft;
      return { ...(type !== undefined && { type }), parameters, blueprint };
    }
  }
}
