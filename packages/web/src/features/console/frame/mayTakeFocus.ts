/**
 * Whether a console that has just come up may take the focus: not from somebody who is typing elsewhere, or who left it
 * for its own tools.
 */
export function mayTakeFocus(tools: HTMLElement | null): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return true;
  return (
    tools?.contains(focused) !== true &&
    !focused.isContentEditable &&
    !focused.matches('input, textarea, select, [role="dialog"] *')
  );
}
