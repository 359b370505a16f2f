/** Whether a console that has just come up may take the focus: not from somebody who is typing elsewhere. */
export function mayTakeFocus(): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return true;
  return (
    !focused.isContentEditable && !focused.matches('input, textarea, select, [role="dialog"] *')
  );
}
