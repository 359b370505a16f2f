/** The address of an assignment has the code alone in common with the name that commands use: its last part. */
export function sameAssignment(slug: string, name: string): boolean {
  return slug === name || slug.split('-').at(-1) === name.split('-').at(-1);
}
