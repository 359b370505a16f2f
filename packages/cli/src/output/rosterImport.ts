import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { RosterImport } from '@labcast/api-client';
import { print, tell } from './print.ts';
import { formatTable } from './table.ts';

/** `-` is standard input. */
export function readCsvFile(file: string): Promise<string> {
  return file === '-' ? text(process.stdin) : readFile(file, 'utf8');
}

/** Who comes, who changes, and each mistake with its line. */
export function printRosterImport({
  counts,
  people,
  missing,
  problems,
  ignored,
}: RosterImport): void {
  const changes = people
    .filter(({ change }) => change !== 'unchanged')
    .map(({ change, login, name, fields }) => [
      change,
      login,
      name,
      fields
        .map(({ field, before, after }) => `${field} ${before ?? '-'} -> ${after ?? '-'}`)
        .join(', '),
    ]);
  if (changes.length > 0) print(formatTable(['CHANGE', 'LOGIN', 'NAME', 'WHAT'], changes));
  for (const { login, name } of missing) print(`missing in the file: ${name} (${login})`);
  for (const { line, message } of problems) {
    tell(line === undefined ? message : `line ${String(line)}: ${message}`);
  }
  if (ignored.length > 0) tell(`Not used: ${ignored.join(', ')}.`);
  print(
    `${String(counts.new)} new, ${String(counts.changed)} changed, ${String(counts.unchanged)} unchanged, ` +
      `${String(counts.missing)} missing, ${String(counts.problems)} with mistakes.`,
  );
}
