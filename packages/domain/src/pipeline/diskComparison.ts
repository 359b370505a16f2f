/** One file that is other than it was. */
export interface FileChange {
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed';
  readonly sizeBytes?: number;
}

/** What is other on the disks of one element. */
export interface DiskComparison {
  readonly name: string;
  /** The first ones; `total` counts all. */
  readonly files: readonly FileChange[];
  readonly total: number;
}
