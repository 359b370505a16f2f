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
