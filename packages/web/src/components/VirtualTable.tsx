import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './VirtualTable.module.css';

export interface Column<Row> {
  readonly title: string;
  /** As in `grid-template-columns`. */
  readonly width: string;
  readonly show: (row: Row) => ReactNode;
}

interface VirtualTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** In pixels: narrower windows scroll the table sideways. */
  readonly minWidth?: number;
  /** Called when the last rows come into view. */
  readonly onEnd?: () => void;
}

const rowHeight = 40;

/** A table of any length: only the rows in view are drawn. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, rows, columns, keyOf, minWidth = 0, onEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 1) onEnd?.();
  }, [last, rows.length, onEnd]);
  const grid = {
    gridTemplateColumns: columns.map(({ width }) => width).join(' '),
    minWidth,
  };
  return (
    <div
      ref={scroller}
      className={classes.scroll}
      tabIndex={0}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
    >
      <div role="row" className={`${classes.row} ${classes.head}`} style={grid}>
        {columns.map(({ title }) => (
          <div key={title} role="columnheader" className={classes.cell}>
            {title}
          </div>
        ))}
      </div>
      <div
        role="rowgroup"
        style={{ height: virtual.getTotalSize(), position: 'relative', minWidth }}
      >
        {drawn.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={keyOf(row)}
              role="row"
              aria-rowindex={index + 2}
              className={classes.row}
              style={{
                ...grid,
                position: 'absolute',
                insetInline: 0,
                top: 0,
                height: rowHeight,
                transform: `translateY(${start}px)`,
              }}
            >
              {columns.map(({ title, show }) => (
                <div key={title} role="cell" className={classes.cell}>
                  {show(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
