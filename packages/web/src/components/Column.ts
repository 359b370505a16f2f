import type { ReactNode } from 'react';

/** Of a table: what it says of each row. */
export interface Column<Row> {
  readonly title: string;
  readonly width?: string;
  /** What the row is called by. */
  readonly isName?: boolean;
  readonly show: (row: Row) => ReactNode;
}
