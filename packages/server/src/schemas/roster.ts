import { membershipLimits } from '@labcast/domain';
import type { ImportPlan } from '@labcast/domain';
import type { CourseMember, JoinCode, MembershipChange, PersonId } from '@labcast/store';
import { z } from 'zod';
import { courseView } from './course.ts';
import { personView, role, toPersonView } from './person.ts';
import { problem } from './problem.ts';

const moment = z.iso.datetime();

const oneLine = (most: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .refine((text) => text.length <= most, `At most ${most} characters.`);

/** Empty takes it away. */
export const membershipBody = z.object({
  section: oneLine(membershipLimits.section).nullable().optional(),
  team: oneLine(membershipLimits.team).nullable().optional(),
  studentNumber: oneLine(membershipLimits.studentNumber).nullable().optional(),
});

/** What was not said stays as it is. */
export function toChange(body: z.output<typeof membershipBody>): MembershipChange {
  return Object.fromEntries(
    Object.entries(body)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, value === '' ? null : value]),
  );
}

const membershipView = z.object({
  section: z.string().optional(),
  team: z.string().optional().describe('Those of one team of a section share an environment.'),
  studentNumber: z.string().optional(),
});

export const memberView = membershipView.extend({
  person: personView,
  role,
  since: moment,
  invitation: z
    .object({
      state: z.enum(['none', 'open', 'expired']),
      expiresAt: moment.optional(),
      mayInvite: z
        .boolean()
        .describe('False for an account that another course made: that one invites.'),
    })
    .optional()
    .describe('Of somebody who has no password yet.'),
});

export function toMemberView(
  member: CourseMember,
  { now, mayInviteAll }: { readonly now: Date; readonly mayInviteAll: boolean },
): z.output<typeof memberView> {
  const { person, role: held, since, invitedUntil, isOurs } = member;
  const { section, team, studentNumber } = member;
  const isOpen = invitedUntil !== undefined && invitedUntil > now;
  return {
    person: toPersonView(person),
    role: held,
    since: since.toISOString(),
    ...(section !== undefined && { section }),
    ...(team !== undefined && { team }),
    ...(studentNumber !== undefined && { studentNumber }),
    ...(person.isInvited && {
      invitation: {
        state: isOpen ? 'open' : invitedUntil ? 'expired' : 'none',
        ...(invitedUntil && { expiresAt: invitedUntil.toISOString() }),
        mayInvite: isOurs || mayInviteAll,
      },
    }),
  };
}

export const importView = z
  .object({
    counts: z.object({
      new: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      missing: z.number().int(),
      problems: z.number().int().describe('Lines with a mistake; they are left out.'),
    }),
    people: z.array(
      membershipView.extend({
        line: z.number().int(),
        change: z.enum(['new', 'changed', 'unchanged']),
        login: z.string(),
        name: z.string(),
        email: z.string().optional(),
        role,
        hasAccount: z.boolean(),
        fields: z
          .array(
            z.object({
              field: z.enum(['name', 'email', 'role', 'section', 'team', 'studentNumber']),
              before: z.string().optional(),
              after: z.string().optional(),
            }),
          )
          .describe('What changes of somebody who is in the course.'),
      }),
    ),
    missing: z
      .array(z.object({ login: z.string(), name: z.string() }))
      .describe(
        'Students whom the file does not name; they stay unless they are named in `remove`.',
      ),
    problems: z.array(problem),
    ignored: z.array(z.string()).describe('Columns that mean nothing here.'),
  })
  .meta({ id: 'RosterImport' });

export function toImportView(plan: ImportPlan<PersonId>): z.output<typeof importView> {
  const count = (kind: string) => plan.people.filter(({ change }) => change === kind).length;
  return {
    counts: {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      missing: plan.missing.length,
      problems: new Set(plan.problems.map(({ line }) => line)).size,
    },
    people: plan.people.map(({ id, fields, ...person }) => ({
      ...person,
      hasAccount: id !== undefined,
      fields: [...fields],
    })),
    missing: plan.missing.map(({ login, name }) => ({ login, name })),
    problems: [...plan.problems],
    ignored: [...plan.ignored],
  };
}

export const joinCodeView = z
  .object({
    id: z.string(),
    section: z.string().optional(),
    mostUses: z.number().int().optional(),
    uses: z.number().int(),
    createdBy: z.string(),
    createdAt: moment,
    expiresAt: moment,
    state: z.enum(['open', 'expired', 'used-up', 'revoked']),
  })
  .meta({ id: 'JoinCode' });

export function toJoinCodeView(code: JoinCode): z.output<typeof joinCodeView> {
  return {
    ...code,
    createdAt: code.createdAt.toISOString(),
    expiresAt: code.expiresAt.toISOString(),
  };
}

export const courseName = courseView.pick({ slug: true, name: true });
