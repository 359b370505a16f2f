import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type CSSProperties } from 'react';
import { cellRoles } from './cellRoles.ts';
import type { Column } from './Column.ts';
import records from './records.module.css';
import classes from './VirtualTable.module.css';

export interface GridColumn<Row> extends Column<Row> {
  /** As in `grid-template-columns`. */
  readonly width: string;
}

interface VirtualTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  /** In pixels: narrower windows scroll the table sideways, and phones list each row. */
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
  return (
    <div
      ref={scroller}
      className={`${classes.scroll} ${records.records}`}
      style={
        {
          '--columns': columns.map(({ width }) => width).join(' '),
          '--least-width': `${minWidth}px`,
        } as CSSProperties
      }
      tabIndex={0}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
    >
      <div role="row" className={`${classes.row} ${classes.head} ${records.head}`}>
        {columns.map(({ title }) => (
          <div key={title} role="columnheader" className={classes.cell}>
            {title}
          </div>
        ))}
      </div>
      <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={keyOf(row)}
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              className={`${classes.row} ${records.record}`}
              style={{ transform: `translateY(${start}px)` }}
            >
              {columns.map((column) => (
                <div
                  key={column.title}
                  {...cellRoles(column)}
                  className={`${classes.cell} ${records.cell}`}
                >
                  {column.show(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
