import type { LedgerKind } from './ledgerStore.ts';

/** Something of ours in Incus or on the host that no open ledger row accounts for. */
export interface Orphan {
  readonly kind: LedgerKind;
  readonly name: string;
  /** Why it is taken for one, in one sentence. */
  readonly reason: string;
}

/** Asked for by a person, carried out by the engine: the two meet only here. */
export interface Sweep {
  readonly id: string;
  /** False: only look. */
  readonly remove: boolean;
  readonly requestedAt: Date;
  readonly finishedAt?: Date;
  /** What was found, and removed when that was asked for. */
  readonly orphans: readonly Orphan[];
  /** Set when it failed. */
  readonly error?: string;
}

export interface SweepStore {
  requestSweep(remove: boolean): Promise<Sweep>;
  /** Throws `request-invalid` for one that never was. */
  getSweep(id: string): Promise<Sweep>;
  /** The oldest one not finished; tells every watcher with `undefined` when one is requested. */
  findUnfinishedSweep(): Promise<Sweep | undefined>;
  finishSweep(id: string, result: { orphans: readonly Orphan[]; error?: string }): Promise<void>;
}
