/**
 * How many lines would run at once if this text were pasted into a shell; 0 when it stays on the line being typed, so that
 * nobody needs to be asked.
 */
export function pasteLines(text: string): number {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.length > 1 ? lines.length : 0;
}
