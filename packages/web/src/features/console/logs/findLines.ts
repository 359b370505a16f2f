/** Indices of the lines that contain a text, capital or not. */
export function findLines(lines: readonly string[], sought: string): readonly number[] {
  const small = sought.trim().toLowerCase();
  if (small === '') return [];
  return lines.flatMap((line, index) => (line.toLowerCase().includes(small) ? [index] : []));
}

/** Lines of a text, without the empty one after its last end of line. */
export function splitLines(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Whole lines, and the beginning of one that has no end yet. */
export function cutAfterLastLine(text: string): readonly [whole: string, open: string] {
  const end = text.lastIndexOf('\n') + 1;
  return [text.slice(0, end), text.slice(end)];
}
