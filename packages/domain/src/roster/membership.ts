/** What else is known of somebody in a course, besides the role. */
export interface Membership {
  /** A part of the course that is taught together, such as `A`. */
  readonly section?: string;
  /** Those of one team of a section share an environment. */
  readonly team?: string;
  /** As the school gives it; nobody else in the course has it. */
  readonly studentNumber?: string;
}

/** Limits of what stands beside somebody's name in a course. */
export const membershipLimits = { section: 60, team: 60, studentNumber: 60 } as const;
