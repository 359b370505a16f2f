import type { AssignmentDetail } from '@labcast/api-client';

/** Without a course only administrators come here, who may do anything. */
export function mayChangeAssignment({ course }: AssignmentDetail): boolean {
  return course === undefined || course.role === 'instructor';
}
