/** What one element uses at a moment; a cluster's nodes together. */
export interface ElementUsage {
  readonly name: string;
  /** Cores that were busy since the sample before: 0.5 is half of one. */
  readonly cpuCores: number;
  readonly memoryBytes: number;
  readonly diskBytes: number;
}

export interface UsageSample {
  /** ISO 8601. */
  readonly at: string;
  readonly elements: readonly ElementUsage[];
}
