/** One line (or several) on standard output. */
export function print(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** What goes on, for people: never mixed with results. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** One JSON document, indented: what the API returned. */
export function printJson(document: unknown): void {
  print(JSON.stringify(document, null, 2));
}

/** One JSON document on one line, for streams of them. */
export function printJsonLine(document: unknown): void {
  print(JSON.stringify(document));
}

/** Whether something can be drawn in place: a terminal whose size is known (a serial line may say 0 by 0). */
export function isDrawable(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY && stream.columns > 0 && stream.rows > 0;
}
