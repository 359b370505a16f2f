import type { CsvLine, Problem } from '@labcast/domain';
import { CsvError, parse } from 'csv-parse/sync';

const separators = [',', ';', '\t'] as const;

/** What a spreadsheet saved: with or without a BOM, with commas, semicolons or tabs, with quoted fields. Lines count from 1. */
export function readCsv(
  text: string,
): { readonly lines: CsvLine[] } | { readonly problem: Problem } {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return {
      // The library tells on which line a record ends; one may go over several.
      lines: records.map(({ record, info }) => ({
        line: info.lines - lineBreaksIn(record),
        cells: record,
      })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 1);
    return {
      problem: {
        line,
        message: 'A quotation mark is not where it can be.',
        remedy:
          'Put a field with quotation marks in between into quotation marks, and write each of its own twice.',
      },
    };
  }
}

/** The one that the first line has most of. */
function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r\n|\r|\n/, 1);
  const count = (separator: string) => first.split(separator).length;
  return [...separators].sort((one, other) => count(other) - count(one))[0] ?? ',';
}

function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
