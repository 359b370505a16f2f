import type { EnvironmentReceipt } from '../../api/receipts.ts';

export interface ReceiptCount {
  readonly all: number;
  readonly gone: number;
  /** `in-use` when something of it is not even meant to go. */
  readonly state: 'nothing' | 'in-use' | 'going' | 'gone';
}

/** How far the end of some environments has got. `isEnding` when they are meant to go. */
export function countReceipt(
  environments: readonly EnvironmentReceipt[],
  isEnding: boolean,
): ReceiptCount {
  const rows = environments.flatMap((environment) => environment.rows);
  const gone = rows.filter(({ goneAt }) => goneAt !== undefined).length;
  const isComplete = environments.every(({ complete }) => complete);
  const state =
    rows.length === 0 && isComplete
      ? 'nothing'
      : isComplete
        ? 'gone'
        : isEnding
          ? 'going'
          : 'in-use';
  return { all: rows.length, gone, state };
}
