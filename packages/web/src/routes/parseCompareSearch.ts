/** What is laid side by side: checkpoints such as `c14`, releases such as `r3`, or environments by name. */
export interface CompareSearch {
  readonly from?: string;
  readonly to?: string;
}

const side = /^[\p{L}\p{N}._-]{1,80}$/u;

export function parseCompareSearch({ from, to }: Record<string, unknown>): CompareSearch {
  const read = (value: unknown) =>
    (typeof value === 'string' || typeof value === 'number') && side.test(String(value))
      ? String(value)
      : undefined;
  const [before, after] = [read(from), read(to)];
  return {
    ...(before !== undefined && { from: before }),
    ...(after !== undefined && { to: after }),
  };
}
