import type { DiskComparison, EnvironmentKey } from '@labcast/domain';

/** Two environments whose disks are compared, by file. */
export interface Comparison {
  readonly id: string;
  readonly beforeKey: EnvironmentKey;
  readonly afterKey: EnvironmentKey;
  /** Those that both have. */
  readonly elements: readonly string[];
  readonly finishedAt?: Date;
  readonly result?: readonly DiskComparison[];
  readonly error?: string;
}

/** Asked for by the server, answered by the engine: the two meet only here. */
export interface ComparisonStore {
  requestComparison(
    request: Pick<Comparison, 'beforeKey' | 'afterKey' | 'elements'>,
  ): Promise<Comparison>;
  getComparison(id: string): Promise<Comparison>;
  listUnfinishedComparisons(): Promise<Comparison[]>;
  finishComparison(
    id: string,
    end: { readonly result?: readonly DiskComparison[]; readonly error?: string },
  ): Promise<void>;
}
