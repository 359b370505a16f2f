import { findRule } from './accessTable.ts';
import type { Permission, Rule } from './accessTable.ts';
import { includesScope } from './roles.ts';
import type { Caller, CourseRole } from './roles.ts';

/**
 * `sign-in`: nobody is known yet. `scope`: the person may, but not by this token. `hidden`: the caller must not even learn
 * that the thing is there. `role`: the caller may know of it, and needs one of the roles of `needed` in its course, or
 * to be an administrator.
 */
export type Decision =
  | { readonly permitted: true }
  | { readonly permitted: false; readonly why: 'sign-in' | 'scope' | 'hidden' }
  | { readonly permitted: false; readonly why: 'role'; readonly needed: readonly string[] };

const permitted = { permitted: true } as const;
const hidden = { permitted: false, why: 'hidden' } as const;

/**
 * Decides by the table alone. `courseId` is the course that the thing belongs to; what belongs to no course is the
 * administrators'. What the table does not know nobody may do.
 */
export function decideAccess(
  caller: Caller | undefined,
  permission: Permission,
  courseId?: string,
): Decision {
  const rule = findRule(permission);
  if (!rule) return hidden;
  if (rule.admits.includes('anybody')) return permitted;
  if (!caller) return { permitted: false, why: 'sign-in' };
  const role = courseId === undefined ? undefined : caller.roles.get(courseId);
  if (!admits(rule, caller, role)) return refusal(rule, role);
  return includesScope(caller.scopes, rule.scope) ? permitted : { permitted: false, why: 'scope' };
}

function admits({ admits: admitted }: Rule, caller: Caller, role: CourseRole | undefined): boolean {
  if (caller.isAdministrator || admitted.includes('person')) return true;
  if (admitted.includes('teacher') && [...caller.roles.values()].includes('instructor'))
    return true;
  return role !== undefined && admitted.includes(role);
}

function refusal({ admits: needed }: Rule, role: CourseRole | undefined): Decision {
  return isOfCourses(needed) && role === undefined
    ? hidden
    : { permitted: false, why: 'role', needed };
}

function isOfCourses(admitted: readonly string[]): boolean {
  return !admitted.includes('administrator');
}
