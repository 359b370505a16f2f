/** For `like`: whatever contains the text as it stands. */
export function containing(text = ''): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
