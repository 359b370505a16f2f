import { refuse, type Calls, type Course, type Memory } from './standIn.ts';

interface Labs {
  readonly assignments: {
    name: string;
    environments: { environment: string; status: { state: string } }[];
  }[];
}

/** Asks the real server. */
export type CallLabs = (path: string, body?: unknown) => Promise<unknown>;

/** Courses from memory, with assignments whose labs are real. */
export function courseCalls(memory: Memory, callLabs: CallLabs): Calls {
  const courseOf = (slug = ''): Course =>
    memory.courses.find((each) => each.slug === slug) ??
    refuse(404, 'course-not-found', 'There is no such course.');
  const describe = async (course: Course) => describeCourse(course, await callLabs('/assignments'));
  return {
    'GET courses': async () => ({ courses: await Promise.all(memory.courses.map(describe)) }),
    'POST courses': async (_, { name }) => ({
      course: await describe(addCourse(memory, String(name))),
    }),
    'GET courses/*': ([slug]) => describe(courseOf(slug)),
    'PATCH courses/*': ([slug], { name, archived }) => {
      const course = courseOf(slug);
      if (typeof name === 'string') course.name = name;
      if (archived === true) course.archivedAt = new Date().toISOString();
      if (archived === false) delete course.archivedAt;
      return {};
    },
    'POST courses/*/assignments': async ([slug], { name, from }) => {
      const assignment = { slug: `web-${slugOf(String(name))}`, name: String(name) };
      const origin = from as { kind: string; type?: string; slug?: string };
      await callLabs('/assignments', {
        name: assignment.slug,
        ...(origin.type === undefined
          ? await blueprintOf(origin.slug, callLabs)
          : { type: origin.type }),
      });
      courseOf(slug).assignments.push(assignment);
      return { assignment };
    },
    'GET assignments/*': async ([slug = '']) => {
      const { assignments } = (await callLabs('/assignments')) as Labs;
      const lab =
        assignments.find(({ name }) => name === slug) ??
        refuse(404, 'assignment-not-found', 'There is no such assignment.');
      const course = memory.courses.find((each) =>
        each.assignments.some((row) => row.slug === slug),
      );
      return {
        slug,
        name: course?.assignments.find((each) => each.slug === slug)?.name ?? slug,
        course: { slug: course?.slug ?? '', name: course?.name ?? '', role: 'instructor' },
        environments: lab.environments,
      };
    },
  };
}

export function addCourse(memory: Memory, name: string): Course {
  const course = { id: crypto.randomUUID(), slug: slugOf(name), name, people: 1, assignments: [] };
  memory.courses.push(course);
  return course;
}

async function blueprintOf(assignment: string | undefined, callLabs: CallLabs): Promise<object> {
  if (assignment === undefined) return { blueprint: 'version: 1\nelements: {}\n' };
  return (await callLabs(`/environments/${assignment}/dev/blueprint`)) as object;
}

function describeCourse({ people, ...course }: Course, labs: unknown) {
  const states = new Map(
    (labs as Labs).assignments.map(({ name, environments }) => [
      name,
      environments.find(({ environment }) => environment === 'dev')?.status.state,
    ]),
  );
  const assignments = course.assignments.map((row) => ({
    ...row,
    state: states.get(row.slug) ?? 'planned',
  }));
  const running = assignments.filter(({ state }) => state === 'ready').length;
  const counts = { assignments: assignments.length, people, running };
  return { ...course, role: 'instructor', counts, assignments };
}

function slugOf(name: string): string {
  const words = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${words.slice(0, 20) || 'x'}-${crypto.randomUUID().slice(0, 4)}`;
}
