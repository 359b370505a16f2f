import type { Column } from './Column.ts';

/** Written out, because browsers take a table that is laid out otherwise for no table. */
export function cellRoles<Row>({ title, isName }: Column<Row>) {
  if (isName === true) return { role: 'rowheader' };
  return { role: 'cell', 'data-label': title === '' ? undefined : title };
}
