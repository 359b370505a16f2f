interface ChordKey {
  readonly type: 'keydown' | 'keyup';
  readonly key: string;
}

/** Which of Ctrl, Alt and Shift are down, and whether nothing else was pressed since the first of them. */
export interface Chord {
  readonly held: readonly string[];
  /** All three were down together, alone. */
  readonly isWhole: boolean;
  readonly isSpoilt: boolean;
}

export const noChord: Chord = { held: [], isWhole: false, isSpoilt: false };

const parts = ['Control', 'Alt', 'Shift'];

/**
 * Ctrl+Alt+Shift, pressed and released without any other key, is the way out of a console. Any other key in between
 * belongs to the machine inside. AltGr is a key of its own here, so typing with it never leaves.
 */
export function nextChord(chord: Chord, { type, key }: ChordKey): Chord {
  if (!parts.includes(key)) return type === 'keydown' ? { ...chord, isSpoilt: true } : chord;
  const held = chord.held.filter((other) => other !== key);
  if (type === 'keyup') return held.length === 0 ? noChord : { ...chord, held };
  const now = [...held, key];
  const isSpoilt = chord.held.length > 0 && chord.isSpoilt;
  return { held: now, isSpoilt, isWhole: chord.isWhole || now.length === parts.length };
}

/** Whether this key lets the last of the three go. */
export function leavesBy(chord: Chord, { type, key }: ChordKey): boolean {
  const isLast = chord.held.length === 1 && chord.held[0] === key;
  return type === 'keyup' && isLast && chord.isWhole && !chord.isSpoilt;
}
