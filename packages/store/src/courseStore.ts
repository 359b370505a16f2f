import type { PersonId } from './peopleStore.ts';
import type { Assignment, AssignmentId, Environment } from './store.ts';

export type CourseId = string & { readonly __kind: 'CourseId' };

export interface Course {
  readonly id: CourseId;
  /** `networks-2-4f2c`: changes with the name, but for its last part, by which it is found. */
  readonly slug: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly archivedAt?: Date;
  /** Deleted: it stays for the receipts of its assignments. */
  readonly removedAt?: Date;
}

/** Courses and their assignments. */
export interface CourseStore {
  createCourse(name: string, instructor?: PersonId): Promise<Course>;
  /** Those not removed, with how many people are in each. */
  listCourses(): Promise<(Course & { readonly people: number })[]>;
  /** By the last part of its slug; removed ones too. */
  findCourse(slug: string): Promise<Course | undefined>;
  /** Throws `course-not-found`. */
  changeCourse(
    id: CourseId,
    change: { readonly name?: string; readonly archived?: boolean },
  ): Promise<Course>;
  /** From then on nothing can be made in it. Once more is harmless. */
  removeCourse(id: CourseId): Promise<void>;

  /**
   * Makes an assignment in a course. Without `admit` it has no environment yet, and `blueprint` is what its dev
   * environment begins with. Throws `course-not-found`, `course-archived`.
   */
  createCourseAssignment(
    request: {
      readonly courseId: CourseId;
      readonly title: string;
      readonly type?: string;
      readonly parameters: Readonly<Record<string, string>>;
      readonly blueprint: string;
    },
    admit?: (others: readonly Environment[]) => void,
  ): Promise<Assignment>;
  /** The first use of a blank assignment. Throws `blueprint-changed` when it has a dev environment meanwhile. */
  createDevEnvironment(
    id: AssignmentId,
    blueprint: string,
    admit: (others: readonly Environment[]) => void,
  ): Promise<Environment>;
  /** By its name or slug: the one that is there, or else the newest that was. */
  findAssignment(nameOrSlug: string): Promise<Assignment | undefined>;
  listAssignmentsEver(id: CourseId): Promise<Assignment[]>;
  /** Of one in a course. Throws `assignment-not-found`. */
  renameAssignment(id: AssignmentId, title: string): Promise<Assignment>;
  /**
   * From now on nothing new is made in it. Ends it, if it has no environment; otherwise the last environment's end does
   * that.
   */
  beginRemoval(id: AssignmentId): Promise<void>;
  /** Those whose deletion, or their course's, was begun, and in which something is still wanted all the same. */
  listHalfRemoved(): Promise<Assignment[]>;
}
