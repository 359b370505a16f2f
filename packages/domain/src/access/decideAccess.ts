import { findRule } from './accessTable.ts';
import type { Permission, Rule } from './accessTable.ts';
import { includesScope } from './roles.ts';
import type { Doors } from '../class/rules.ts';
import type { Caller, CourseRole } from './roles.ts';

/**
 * `sign-in`: nobody is known yet. `scope`: the person may, but not by this token. `hidden`: the caller must not even learn
 * that the thing is there. `role`: the caller may know of it, and needs one of the roles of `needed` in its course, or
 * to be an administrator. `not-yet` and `closed`: it is the caller's, and the doors are not open; `exam`: they
 * are, for an exam.
 */
export type Decision =
  | { readonly permitted: true }
  | { readonly permitted: false; readonly why: 'not-yet'; readonly opensAt: Date }
  | { readonly permitted: false; readonly why: 'closed' | 'exam' }
  | { readonly permitted: false; readonly why: 'sign-in' | 'scope' | 'hidden' }
  | { readonly permitted: false; readonly why: 'role'; readonly needed: readonly string[] };

/** What is asked about. */
export interface Thing {
  /** The course that it belongs to; what belongs to no course is the administrators'. */
  readonly courseId?: string | undefined;
  readonly environment?:
    | {
        readonly id: string;
        readonly role: string;
        /** Open where nothing is said. */
        readonly doors?: Doors;
        readonly isInExam?: boolean;
      }
    | undefined;
}

const permitted = { permitted: true } as const;
const hidden = { permitted: false, why: 'hidden' } as const;

/**
 * Decides by the table alone. What the table does not know nobody may do. Students do not learn of each other's
 * environments, nor of the instructor's.
 */
export function decideAccess(
  caller: Caller | undefined,
  permission: Permission,
  thing: Thing = {},
): Decision {
  const rule = findRule(permission);
  if (!rule) return hidden;
  if (rule.admits.includes('anybody')) return permitted;
  if (!caller) return { permitted: false, why: 'sign-in' };
  const standing = standingOf(caller, thing);
  if (!admits(rule, caller, standing)) {
    if (standing.isOwner) return { permitted: false, why: 'role', needed: rule.admits };
    const isOfOthers = standing.role === 'student' && permission.startsWith('environment:');
    return isOfOthers ? hidden : refusal(rule, standing.role);
  }
  if (!includesScope(caller.scopes, rule.scope)) return { permitted: false, why: 'scope' };
  const isOnlyOwner = !admits(rule, caller, { ...standing, isOwner: false });
  return isOnlyOwner ? decideByClock(rule, thing.environment) : permitted;
}

function decideByClock(rule: Rule, environment: Thing['environment']): Decision {
  const doors = rule.behindDoors && environment?.doors;
  if (doors?.state === 'closed') return { permitted: false, why: 'closed' };
  if (doors?.state === 'not-yet')
    return { permitted: false, why: 'not-yet', opensAt: doors.opensAt };
  return rule.notInExam && environment?.isInExam ? { permitted: false, why: 'exam' } : permitted;
}

/** What a caller is to a thing. */
interface Standing {
  readonly role: CourseRole | undefined;
  readonly isOwner: boolean;
  readonly isTutor: boolean;
}

/** Who was taken out of a course owns nothing in it any more. */
function standingOf(caller: Caller, { courseId, environment }: Thing): Standing {
  const role = courseId === undefined ? undefined : caller.roles.get(courseId);
  const isMember = courseId === undefined || role !== undefined;
  return {
    role,
    isOwner: environment !== undefined && isMember && caller.owns.has(environment.id),
    isTutor: role === 'assistant' && environment?.role === 'student',
  };
}

function admits(
  { admits: admitted }: Rule,
  caller: Caller,
  { role, isOwner, isTutor }: Standing,
): boolean {
  if (caller.isAdministrator || admitted.includes('person')) return true;
  if (admitted.includes('teacher') && [...caller.roles.values()].includes('instructor'))
    return true;
  if (isOwner && admitted.includes('owner')) return true;
  if (isTutor && admitted.includes('tutor')) return true;
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
