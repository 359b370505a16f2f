export type TerminalDeed = 'copy' | 'paste' | 'find' | 'none';

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const deeds: Readonly<Record<string, TerminalDeed>> = { c: 'copy', v: 'paste', f: 'find' };

/**
 * What a key does in the page instead of in the shell: Ctrl+Shift+C, V, F; on a Mac also Cmd+C, V, F. Ctrl+C stays the
 * interrupt.
 */
export function terminalDeed(pressed: Pressed, isMac: boolean): TerminalDeed {
  const { ctrlKey, shiftKey, altKey, metaKey } = pressed;
  if (altKey) return 'none';
  const byCtrlShift = ctrlKey && shiftKey && !metaKey;
  const byCommand = isMac && metaKey && !ctrlKey && !shiftKey;
  return byCtrlShift || byCommand ? (deeds[pressed.key.toLowerCase()] ?? 'none') : 'none';
}
