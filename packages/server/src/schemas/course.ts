import { states } from '@labcast/domain';
import type { CourseRole } from '@labcast/domain';
import type { Assignment, ClassSummary, Course, Environment } from '@labcast/store';
import { z } from 'zod';
import type { Identity } from '../access/identify.ts';
import { promisedTo } from '../admission.ts';
import { environmentView, toEnvironmentView } from './environment.ts';
import { role } from './person.ts';

const moment = z.iso.datetime();

const promised = z.object({ memoryBytes: z.number(), storageBytes: z.number() });

export const courseParameters = z.object({ course: z.string().min(1).max(100) });

export const courseView = z
  .object({
    id: z.string(),
    slug: z
      .string()
      .describe('`networks-2-4f2c`: its last part finds it, so it outlives a new name.'),
    name: z.string(),
    createdAt: moment,
    archivedAt: moment.optional(),
    role: role.describe('Of the caller; administrators are like instructors everywhere.'),
    counts: z.object({
      assignments: z.number().int(),
      people: z.number().int(),
      running: z.number().int().describe('Environments that are meant to run.'),
    }),
    promised: promised.describe('The most that its labs may take.'),
    assignments: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        state: z.enum(states).describe('Of its dev environment; `planned` when there is none yet.'),
        release: z.number().int().optional().describe('The newest.'),
        deployed: z.number().int().describe('Labs of students.'),
        asking: z.number().int().describe('Labs in which somebody asks for help.'),
        deadline: moment.optional(),
      }),
    ),
  })
  .meta({ id: 'Course' });

/** What a course has, for those who may see it. */
export interface CourseContent {
  readonly people: number;
  readonly assignments: readonly Assignment[];
  readonly environments: readonly Environment[];
  readonly classes: readonly ClassSummary[];
}

export const emptyContent: CourseContent = {
  people: 0,
  assignments: [],
  environments: [],
  classes: [],
};

export function toCourseView(
  course: Course,
  callersRole: CourseRole,
  { people, assignments, environments, classes }: CourseContent,
): z.output<typeof courseView> {
  const stateOf = (assignment: Assignment) =>
    environments.find(({ assignmentId, name }) => assignmentId === assignment.id && name === 'dev')
      ?.status.state ?? 'planned';
  return {
    id: course.id,
    slug: course.slug,
    name: course.name,
    createdAt: course.createdAt.toISOString(),
    ...(course.archivedAt && { archivedAt: course.archivedAt.toISOString() }),
    role: callersRole,
    counts: {
      assignments: assignments.length,
      people,
      running: environments.filter(({ wanted }) => wanted === 'running').length,
    },
    promised: promisedTo(environments),
    assignments: assignments.map((assignment) => ({
      slug: assignment.slug,
      name: assignment.title,
      state: stateOf(assignment),
      ...describeClass(classes.find(({ assignmentId }) => assignmentId === assignment.id)),
    })),
  };
}

/** An assignment that was made while the courses were read has no class yet. */
function describeClass(summary: ClassSummary | undefined) {
  const { release, deployed = 0, asking = 0, deadline } = summary ?? {};
  return {
    deployed,
    asking,
    ...(release !== undefined && { release }),
    ...(deadline && { deadline: deadline.toISOString() }),
  };
}

export function roleIn({ caller }: Identity, courseId: string): CourseRole {
  return caller.isAdministrator ? 'instructor' : (caller.roles.get(courseId) ?? 'student');
}

export const assignmentDetail = z
  .object({
    slug: z.string(),
    name: z.string().describe('What people call it.'),
    handle: z.string().describe('What commands and environments call it; never changes.'),
    type: z.string().optional(),
    createdAt: moment,
    course: z
      .object({ slug: z.string(), name: z.string(), role })
      .optional()
      .describe('Absent for one that belongs to no course.'),
    promised: promised.describe('The most that its environments may take.'),
    environments: z
      .array(environmentView)
      .describe('Empty until the first use of one that began blank.'),
  })
  .meta({ id: 'AssignmentDetail' });

export function toAssignmentDetail(
  assignment: Assignment,
  course: { slug: string; name: string; role: CourseRole } | undefined,
  environments: readonly Environment[],
): z.output<typeof assignmentDetail> {
  return {
    slug: assignment.slug,
    name: assignment.title,
    handle: assignment.name,
    ...(assignment.type !== undefined && { type: assignment.type }),
    createdAt: assignment.createdAt.toISOString(),
    ...(course && { course }),
    promised: promisedTo(environments),
    environments: environments.map(toEnvironmentView),
  };
}
