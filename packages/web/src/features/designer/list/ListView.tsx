/** The canvas as a list: the same facts and actions, for the keyboard and small screens. */
export function ListView() {
  return null;
}
