import type { RunLogLine } from '@labcast/api-client';

export type LogRow =
  | {
      readonly kind: 'fold';
      readonly key: string;
      /** What the folded lines have in common: an element, or the step of the stage. */
      readonly title: string;
      readonly count: number;
      readonly isFolded: boolean;
      readonly hasError: boolean;
    }
  | { readonly kind: 'line'; readonly line: RunLogLine; readonly number: number };

/**
 * Lines with a heading before each run of lines about the same copy; folded ones show their heading alone. `number` counts
 * all lines from 1, so that a link to one leads to the same line folded or not.
 */
export function logRows(lines: readonly RunLogLine[], folded: ReadonlySet<string>): LogRow[] {
  const rows: LogRow[] = [];
  let from = 0;
  while (from < lines.length) {
    const title = titleOf(lines[from]);
    let to = from + 1;
    while (to < lines.length && titleOf(lines[to]) === title) to += 1;
    const members = lines.slice(from, to);
    const key = members[0]?.id ?? '';
    const isFolded = folded.has(key);
    if (title !== '')
      rows.push({
        kind: 'fold',
        key,
        title,
        count: members.length,
        isFolded,
        hasError: members.some(({ level }) => level === 'error'),
      });
    const first = from + 1;
    if (!isFolded || title === '')
      rows.push(
        ...members.map((line, index) => ({ kind: 'line', line, number: first + index }) as const),
      );
    from = to;
  }
  return rows;
}

function titleOf(line: RunLogLine | undefined): string {
  return line?.copy === undefined ? '' : String(line.copy);
}

/** Indices of the rows that contain a text, capital or not. */
export function findRows(rows: readonly LogRow[], sought: string): number[] {
  const small = sought.trim().toLocaleLowerCase();
  if (small === '') return [];
  return rows.flatMap((row, index) =>
    row.kind === 'line' &&
    `${row.line.element ?? ''} ${row.line.message}`.toLocaleLowerCase().includes(small)
      ? [index]
      : [],
  );
}

/** Indices of the rows that say what went wrong. */
export function errorRows(rows: readonly LogRow[]): number[] {
  return rows.flatMap((row, index) => {
    const isError = row.kind === 'line' ? row.line.level === 'error' : row.isFolded && row.hasError;
    return isError ? [index] : [];
  });
}

/** As a file: one line each, with its time. */
export function printLog(lines: readonly RunLogLine[]): string {
  return lines
    .map(({ at, stage, attempt, copy, element, level, message }) =>
      [
        at,
        `${stage}#${attempt}`,
        copy === undefined ? '' : `copy ${copy}`,
        element ?? '',
        level === 'info' ? '' : level,
        message,
      ]
        .filter(Boolean)
        .join('  '),
    )
    .join('\n')
    .concat('\n');
}
