/** PostgreSQL refuses NUL and lone surrogates, which outputs of commands in messages can contain. */
export function asText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

export function asJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? asText(part) : part,
  );
}
