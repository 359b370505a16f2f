import type { Course, Store } from '@labcast/store';
import { may } from '../access/authorise.ts';
import type { Identity } from '../access/identify.ts';
import { emptyContent, roleIn, toCourseView } from '../schemas/course.ts';

type Reader = Pick<Store, 'listAssignments' | 'listLabs' | 'listCourses' | 'listClassSummaries'>;
type CourseView = ReturnType<typeof toCourseView>;

/** Of courses that the caller may see, as much as the caller may see. */
export async function describeCourses(
  store: Reader,
  identity: Identity | undefined,
  courses: readonly Course[],
): Promise<CourseView[]> {
  const [assignments, environments, all, classes] = await Promise.all([
    store.listAssignments(),
    store.listLabs(),
    store.listCourses(),
    store.listClassSummaries(),
  ]);
  return courses.map((course) => {
    const isMine = ({ courseId }: { courseId?: string }) => courseId === course.id;
    const callersRole = identity ? roleIn(identity, course.id) : 'student';
    // Students see that they are in it; who else is, and what is being prepared, is not for them.
    const content = may(identity, 'assignment:view', course.id)
      ? {
          people: all.find(({ id }) => id === course.id)?.people ?? 0,
          assignments: assignments.filter(isMine),
          environments: environments.filter(isMine),
          classes,
        }
      : emptyContent;
    return toCourseView(course, callersRole, content);
  });
}

export async function describeCourse(
  store: Reader,
  identity: Identity | undefined,
  course: Course,
): Promise<CourseView> {
  const [view] = await describeCourses(store, identity, [course]);
  if (!view) throw new Error('One course has one description.');
  return view;
}
