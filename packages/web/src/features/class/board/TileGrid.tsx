import { useCallback, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { classText } from '../classText.ts';
import classes from './board.module.css';
import { extended, toggled } from './selection.ts';
import { Tile } from './Tile.tsx';
import { tileSizeFor } from './tileSize.ts';
import type { Board } from './useBoard.ts';
import { useMinute } from '../../../components/useMinute.ts';
import { isGridKey, walkGrid, type GridKey } from './walkGrid.ts';

interface TileGridProps {
  readonly board: Board;
  readonly open: string | undefined;
  readonly newestRelease: number | undefined;
  readonly onOpen: (environment: string) => void;
}

/** All students as tiles: one stop in the tab order, arrows walk, Space selects, Enter opens. */
export function TileGrid({ board, open, newestRelease, onOpen }: TileGridProps) {
  const { shown, selection } = board;
  const grid = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string>();
  const minute = useMinute();
  const order = shown.map(({ environment }) => environment);
  const focused = current !== undefined && order.includes(current) ? current : order[0];
  const latest = useRef({ board, order, focused, onOpen });
  latest.current = { board, order, focused, onOpen };

  const pick = useCallback((environment: string) => {
    const { board: now } = latest.current;
    setCurrent(environment);
    now.select(toggled(now.selection, environment));
  }, []);
  const press = useCallback(
    (environment: string, event: MouseEvent) => {
      const { board: now, order: names, focused: from } = latest.current;
      setCurrent(environment);
      if (event.shiftKey && from !== undefined)
        now.select(extended(now.selection, names, [from, environment]));
      else if (event.ctrlKey || event.metaKey) pick(environment);
      else latest.current.onOpen(environment);
    },
    [pick],
  );
  const walk = (key: GridKey, from: string, isExtending: boolean) => {
    const index = order.indexOf(from);
    const columns = countColumns(grid.current);
    const to = order[walkGrid(key, index, { columns, count: order.length })];
    if (to === undefined) return;
    setCurrent(to);
    grid.current?.querySelector<HTMLElement>(`[data-environment="${CSS.escape(to)}"]`)?.focus();
    if (isExtending) board.select(extended(selection, order, [from, to]));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    const isAll = key === 'a' && (event.ctrlKey || event.metaKey);
    if (focused === undefined || (hasModifier && !isAll)) return;
    if (isAll) board.select(order);
    else if (isGridKey(key)) walk(key, focused, event.shiftKey);
    else if (key === ' ') pick(focused);
    else if (key === 'Enter') onOpen(focused);
    else return;
    event.preventDefault();
  };
  const size = tileSizeFor(shown.length);
  return (
    <div
      ref={grid}
      className={classes.grid}
      data-size={size}
      role="listbox"
      aria-label={classText.board}
      aria-multiselectable="true"
      onKeyDown={onKeyDown}
      // However the focus came there, such as by a screen reader: keys are about the student that has it.
      onFocus={({ target }) => setCurrent(target.dataset.environment ?? current)}
    >
      {shown.map((student) => (
        <Tile
          key={student.environment}
          student={student}
          size={size}
          isSelected={selection.includes(student.environment)}
          isCurrent={student.environment === focused}
          isOpen={student.environment === open}
          newestRelease={newestRelease}
          minute={minute}
          onPress={press}
          onPick={pick}
        />
      ))}
    </div>
  );
}

/** As the browser has laid them out. */
function countColumns(grid: HTMLElement | null): number {
  if (!grid) return 1;
  return getComputedStyle(grid).gridTemplateColumns.split(' ').length;
}
