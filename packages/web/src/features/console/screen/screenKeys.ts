/** A key as VNC names it: what it means (keysym) and where it sits on the keyboard. */
export interface ScreenKey {
  readonly keysym: number;
  readonly code: string;
}

/** One thing for `sendKey`. */
export interface KeyPress extends ScreenKey {
  readonly down: boolean;
}

const key = (keysym: number, code: string): ScreenKey => ({ keysym, code });

export const holdingKeys = {
  Ctrl: key(0xffe3, 'ControlLeft'),
  Alt: key(0xffe9, 'AltLeft'),
  Super: key(0xffeb, 'MetaLeft'),
} as const;
export type HoldingKey = keyof typeof holdingKeys;
export const holdingKeyNames = Object.keys(holdingKeys) as HoldingKey[];

const { Ctrl, Alt, Super } = holdingKeys;
export const shiftKey = key(0xffe1, 'ShiftLeft');
export const escapeKey = key(0xff1b, 'Escape');

/** Combinations that the browser or this computer would keep for itself, so that a menu has to send them. */
export const specialKeys: readonly {
  readonly label: string;
  readonly keys: readonly ScreenKey[];
}[] = [
  { label: 'Ctrl+Alt+Del', keys: [Ctrl, Alt, key(0xffff, 'Delete')] },
  { label: 'Tab', keys: [key(0xff09, 'Tab')] },
  { label: 'Esc', keys: [escapeKey] },
  { label: 'Super', keys: [Super] },
  { label: 'Print', keys: [key(0xff61, 'PrintScreen')] },
  { label: 'Alt+Tab', keys: [Alt, key(0xff09, 'Tab')] },
  { label: 'Alt+F4', keys: [Alt, key(0xffc1, 'F4')] },
  ...Array.from({ length: 12 }, (_, index) => ({
    label: `Ctrl+Alt+F${index + 1}`,
    keys: [Ctrl, Alt, key(0xffbe + index, `F${index + 1}`)],
  })),
];

/** Presses all in order and lets them go the other way round, as fingers do. */
export function pressTogether(keys: readonly ScreenKey[]): readonly KeyPress[] {
  return [
    ...keys.map((each) => ({ ...each, down: true })),
    ...keys.toReversed().map((each) => ({ ...each, down: false })),
  ];
}
