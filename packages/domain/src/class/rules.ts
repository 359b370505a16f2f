const minute = 60_000;

/** The rules of a class as they hold for one environment. */
export interface ClassRules {
  readonly deadline?: Date;
  readonly extraMinutes: number;
  readonly idleMinutes?: number;
  readonly exam?: { readonly startsAt?: string; readonly endsAt?: string };
}

/** When it is frozen: at the deadline or at the end of the exam, whichever is first, and its extra minutes later. */
export function freezesAt({ deadline, exam, extraMinutes }: ClassRules): Date | undefined {
  const ends = [
    ...(deadline ? [deadline.getTime()] : []),
    ...(exam?.endsAt === undefined ? [] : [Date.parse(exam.endsAt)]),
  ];
  return ends.length === 0 ? undefined : new Date(Math.min(...ends) + extraMinutes * minute);
}

/** When its doors open: undefined when they are open already. */
export function opensAt({ exam }: Pick<ClassRules, 'exam'>, now: Date): Date | undefined {
  if (exam?.startsAt === undefined) return undefined;
  const start = new Date(exam.startsAt);
  return start > now ? start : undefined;
}

/** When it is stopped because nobody is there. */
export function idleStopAt(
  { idleMinutes }: Pick<ClassRules, 'idleMinutes'>,
  { lastSeenAt, wokenAt }: { readonly lastSeenAt?: Date; readonly wokenAt: Date },
): Date | undefined {
  if (idleMinutes === undefined) return undefined;
  const last = Math.max(lastSeenAt?.getTime() ?? 0, wokenAt.getTime());
  return new Date(last + idleMinutes * minute);
}

/** People are warned so long before. */
export const idleWarningMs = 5 * minute;
