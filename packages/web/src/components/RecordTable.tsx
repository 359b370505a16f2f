import { ScrollArea, Table } from '@mantine/core';
import { cellRoles } from './cellRoles.ts';
import type { Column } from './Column.ts';
import classes from './records.module.css';

interface RecordTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** In pixels: narrower windows scroll the table sideways, and phones list each row. */
  readonly minWidth: number;
  /** Widths as the columns say, whatever is in them: several tables then stand in line. */
  readonly layout?: 'auto' | 'fixed';
}

/** A short table, all of it drawn. */
export function RecordTable<Row>(props: RecordTableProps<Row>) {
  const { label, rows, columns, keyOf, minWidth, layout = 'auto' } = props;
  return (
    <ScrollArea w="100%" viewportProps={{ tabIndex: 0 }}>
      <Table
        fz="sm"
        role="table"
        aria-label={label}
        className={`${classes.records} ${classes.sheet}`}
        layout={layout}
        style={{ '--least-width': `${minWidth}px` }}
      >
        <Table.Thead role="rowgroup">
          <Table.Tr role="row" className={classes.head}>
            {columns.map(({ title, width }) => (
              <Table.Th key={title} role="columnheader" w={width}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)} role="row" className={classes.record}>
              {columns.map((column) => (
                <Table.Td key={column.title} {...cellRoles(column)} className={classes.cell}>
                  {column.show(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
