import type { KeyboardEvent } from 'react';
import { extended, toggled } from './selection.ts';
import type { Board } from './useBoard.ts';
import { isGridKey, walkGrid } from './walkGrid.ts';

/** Keys of the table, as the tiles have them, while the name in a row has the focus; a press of it opens the student. */
export function useRowKeys({ shown, selection, select }: Board) {
  const order = shown.map(({ environment }) => environment);
  return (event: KeyboardEvent<HTMLElement>): void => {
    const { key, ctrlKey, metaKey, altKey, target, currentTarget } = event;
    const from = target instanceof HTMLElement ? target.dataset.environment : undefined;
    if (from === undefined || ctrlKey || metaKey || altKey) return;
    if (key === ' ') select(toggled(selection, from));
    else if (isGridKey(key)) {
      const to = order[walkGrid(key, order.indexOf(from), { columns: 1, count: order.length })];
      const row = currentTarget.querySelector<HTMLElement>(
        `[data-environment="${CSS.escape(to ?? '')}"]`,
      );
      // Only the rows in view and some around them are drawn: Home and End of a long table are left to its scrolling.
      if (to === undefined || !row) return;
      row.focus();
      if (event.shiftKey) select(extended(selection, order, [from, to]));
    } else return;
    event.preventDefault();
  };
}
