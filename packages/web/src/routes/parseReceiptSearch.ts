export interface ReceiptSearch {
  /** What a deleted assignment was called. */
  readonly name?: string;
}

export function parseReceiptSearch({ name }: Record<string, unknown>): ReceiptSearch {
  return typeof name === 'string' || typeof name === 'number' ? { name: String(name) } : {};
}
