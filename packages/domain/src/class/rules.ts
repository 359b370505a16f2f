const minute = 60_000;

/** The rules of a class as they hold for one environment. */
export interface ClassRules {
  readonly deadline?: Date;
  readonly extraMinutes: number;
  readonly idleMinutes?: number;
  readonly exam?: { readonly startsAt?: string; readonly endsAt?: string };
  /** When it is deployed, where that is later. */
  readonly deployAt?: Date;
  readonly frozenAt?: Date;
}

/** When it is frozen: at the deadline or at the end of the exam, whichever is first, and its extra minutes later. */
export function freezesAt({ deadline, exam, extraMinutes }: ClassRules): Date | undefined {
  const ends = [
    ...(deadline ? [deadline.getTime()] : []),
    ...(exam?.endsAt === undefined ? [] : [Date.parse(exam.endsAt)]),
  ];
  return ends.length === 0 ? undefined : new Date(Math.min(...ends) + extraMinutes * minute);
}

/** When its doors open, by the exam or because it is deployed later: undefined when they are open already. */
export function opensAt(
  { exam, deployAt }: Pick<ClassRules, 'exam' | 'deployAt'>,
  now: Date,
): Date | undefined {
  const starts = [
    ...(exam?.startsAt === undefined ? [] : [Date.parse(exam.startsAt)]),
    ...(deployAt ? [deployAt.getTime()] : []),
  ];
  const start = Math.max(0, ...starts);
  return start > now.getTime() ? new Date(start) : undefined;
}

/**
 * No internet and no clipboard out: from when the exam is announced, so that the internet is off already when the doors
 * open, until the work was frozen at its end, so that nothing leaves the machines in the seconds between.
 */
export function isInExam(
  { exam, extraMinutes, frozenAt }: Pick<ClassRules, 'exam' | 'extraMinutes' | 'frozenAt'>,
  now: Date,
): boolean {
  if (!exam) return false;
  const isOver =
    exam.endsAt !== undefined && Date.parse(exam.endsAt) + extraMinutes * minute <= now.getTime();
  return !(isOver && frozenAt);
}

/** It has its place and nothing else yet: nobody ever wanted it to run. */
export function wasNeverWanted(environment: {
  readonly wanted: string;
  readonly wokenAt: Date;
  readonly createdAt: Date;
}): boolean {
  const { wanted, wokenAt, createdAt } = environment;
  return wanted === 'stopped' && wokenAt.getTime() === createdAt.getTime();
}

/** Whether those work in a lab for whom it was made. */
export type Doors =
  | { readonly state: 'open' }
  | { readonly state: 'not-yet'; readonly opensAt: Date }
  /** Frozen, or about to be. */
  | { readonly state: 'closed' };

/** The clock alone decides: nobody works on between the deadline and the moment at which it was frozen. */
export function doorsOf(rules: ClassRules, now: Date): Doors {
  const end = freezesAt(rules);
  if (rules.frozenAt || (end && end <= now)) return { state: 'closed' };
  const start = opensAt(rules, now);
  return start ? { state: 'not-yet', opensAt: start } : { state: 'open' };
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
