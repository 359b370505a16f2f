const fields = 'input, textarea, select, [contenteditable], [role="menu"], .mantine-Modal-content';

/** Whether a key is meant for the page: not for a field, a menu or a dialog, and without a modifier. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const { target } = event;
  return !(target instanceof HTMLElement) || target.closest(fields) === null;
}
