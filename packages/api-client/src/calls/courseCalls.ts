import type {
  AssignmentDetail,
  Course,
  CoursePeople,
  CourseReceipts,
  CourseRole,
  Invitations,
  JoinCode,
  MadeJoinCode,
  NewCourseAssignment,
  NewJoinCode,
  RemovedAssignment,
  RosterImport,
  RosterImportRequest,
} from '../views.ts';
import type { FetchClient } from './unwrap.ts';
import { unwrap, unwrapNothing } from './unwrap.ts';

/** Courses, who is in them, and their assignments. A course is named by its slug. */
export interface CourseCalls {
  courses(): Promise<{ courses: Course[] }>;
  createCourse(name: string): Promise<{ course: Course }>;
  changeCourse(course: string, change: { name?: string; archived?: boolean }): Promise<Course>;
  course(course: string): Promise<Course>;
  /** `confirmation` is the course's name. */
  removeCourse(course: string, confirmation: string): Promise<RemovedAssignment>;
  /** Also of one that was removed. */
  courseReceipts(course: string): Promise<CourseReceipts>;
  coursePeople(course: string): Promise<CoursePeople>;
  setCoursePerson(course: string, person: string, role: CourseRole): Promise<void>;
  removeCoursePerson(course: string, person: string): Promise<void>;
  /** What a CSV file would do; nothing is written. */
  previewRoster(course: string, csv: string): Promise<RosterImport>;
  importRoster(course: string, request: RosterImportRequest): Promise<RosterImport>;
  /** Everybody without a password unless `people` says whom. */
  createInvitations(course: string, people?: string[]): Promise<Invitations>;
  joinCodes(course: string): Promise<{ joinCodes: JoinCode[] }>;
  createJoinCode(course: string, code: NewJoinCode): Promise<MadeJoinCode>;
  revokeJoinCode(course: string, id: string): Promise<void>;
  assignment(assignment: string): Promise<AssignmentDetail>;
  createCourseAssignment(
    course: string,
    body: NewCourseAssignment,
  ): Promise<{ assignment: AssignmentDetail }>;
  renameAssignment(assignment: string, name: string): Promise<AssignmentDetail>;
}

export function createCourseCalls({ GET, POST, PUT, PATCH, DELETE }: FetchClient): CourseCalls {
  const one = '/api/v1/courses/{course}';
  const at = (course: string) => ({ path: { course } });
  const member = (course: string, person: string) => ({ path: { course, person } });
  const assignmentPath = '/api/v1/assignments/{assignment}';
  return {
    courses: async () => unwrap(await GET('/api/v1/courses')),
    createCourse: async (name) => unwrap(await POST('/api/v1/courses', { body: { name } })),
    changeCourse: async (course, body) => unwrap(await PATCH(one, { params: at(course), body })),
    course: async (course) => unwrap(await GET(one, { params: at(course) })),
    removeCourse: async (course, confirmation) =>
      unwrap(await DELETE(one, { params: at(course), body: { confirmation } })),
    courseReceipts: async (course) => unwrap(await GET(`${one}/receipts`, { params: at(course) })),
    coursePeople: async (course) => unwrap(await GET(`${one}/people`, { params: at(course) })),
    setCoursePerson: async (course, person, role) =>
      unwrapNothing(
        await PUT(`${one}/people/{person}`, { params: member(course, person), body: { role } }),
      ),
    removeCoursePerson: async (course, person) =>
      unwrapNothing(await DELETE(`${one}/people/{person}`, { params: member(course, person) })),
    previewRoster: async (course, csv) =>
      unwrap(await POST(`${one}/roster/preview`, { params: at(course), body: { csv } })),
    importRoster: async (course, body) =>
      unwrap(await POST(`${one}/roster/import`, { params: at(course), body })),
    createInvitations: async (course, people) =>
      unwrap(
        await POST(`${one}/invitations`, { params: at(course), body: people ? { people } : {} }),
      ),
    joinCodes: async (course) => unwrap(await GET(`${one}/join-codes`, { params: at(course) })),
    createJoinCode: async (course, body) =>
      unwrap(await POST(`${one}/join-codes`, { params: at(course), body })),
    revokeJoinCode: async (course, id) =>
      unwrapNothing(await DELETE(`${one}/join-codes/{id}`, { params: { path: { course, id } } })),
    assignment: async (assignment) =>
      unwrap(await GET(assignmentPath, { params: { path: { assignment } } })),
    createCourseAssignment: async (course, body) =>
      unwrap(await POST(`${one}/assignments`, { params: at(course), body })),
    renameAssignment: async (assignment, name) =>
      unwrap(await PATCH(assignmentPath, { params: { path: { assignment } }, body: { name } })),
  };
}
