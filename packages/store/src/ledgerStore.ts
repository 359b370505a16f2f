import type { CourseId } from './courseStore.ts';
import type { EnvironmentId, LedgerRow } from './store.ts';

/** An allocation with whose it is. */
export interface OwnedLedgerRow extends LedgerRow {
  readonly environmentId: EnvironmentId;
  /** `networks-1/dev`. */
  readonly owner: string;
  /** What people call the assignment. */
  readonly title: string;
  readonly courseId?: CourseId;
  readonly courseName?: string;
}

export interface LedgerFilter {
  /** `open`: not gone; `unseen`: asked for and never seen to be there; `gone`. */
  readonly state?: 'open' | 'unseen' | 'gone';
  readonly kind?: LedgerRow['kind'];
  /** Part of a name or an owner. */
  readonly search?: string;
  /** Older than the row with this id. */
  readonly before?: string;
  readonly most: number;
}
