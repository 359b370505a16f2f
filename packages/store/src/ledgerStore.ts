import type { CourseId } from './courseStore.ts';
import type { EnvironmentId } from './store.ts';

export type LedgerKind = 'bridge' | 'egress' | 'instance';

export interface LedgerRow {
  readonly id: string;
  readonly environmentId: EnvironmentId;
  readonly kind: LedgerKind;
  /** Name in Incus or on the host. */
  readonly name: string;
  readonly requestedAt: Date;
  /** First seen to be there. */
  readonly seenAt?: Date;
  /** Seen to be absent after its removal. */
  readonly goneAt?: Date;
}

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

export interface LedgerStore {
  /** Before anything is requested: one open row per kind and name; an open one is kept as it is. */
  openLedgerRow(environmentId: EnvironmentId, kind: LedgerKind, name: string): Promise<void>;
  markSeen(environmentId: EnvironmentId, kind: LedgerKind, names: readonly string[]): Promise<void>;
  markGone(environmentId: EnvironmentId, kind: LedgerKind, names: readonly string[]): Promise<void>;
  listLedger(environmentId: EnvironmentId): Promise<LedgerRow[]>;
  listOpenLedgerRows(): Promise<LedgerRow[]>;
  /** Newest first. */
  searchLedger(filter: LedgerFilter): Promise<OwnedLedgerRow[]>;
  countLedger(): Promise<{ readonly all: number; readonly open: number; readonly unseen: number }>;
}
