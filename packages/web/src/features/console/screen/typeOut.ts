import { pressTogether, shiftKey, type KeyPress } from './screenKeys.ts';

export interface TypedText {
  /** One entry for each character, which is sent without a pause inside. */
  readonly strokes: readonly (readonly KeyPress[])[];
  /** Characters that no key of this keyboard has, each once. */
  readonly untypable: readonly string[];
}

const returnKey = { keysym: 0xff0d, code: 'Enter' };
const tabKey = { keysym: 0xff09, code: 'Tab' };

/** Keys of a US keyboard, which virtual machines have unless told otherwise: without and with Shift. */
const usKeys: Readonly<Record<string, string>> = {
  Backquote: '`~',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: `'"`,
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: ' ',
  ...Object.fromEntries(
    Array.from('1!2@3#4$5%6^7&8*9(0)'.match(/../g) ?? [], (pair) => [
      `Digit${pair[0] ?? ''}`,
      pair,
    ]),
  ),
  ...Object.fromEntries(
    Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => [
      `Key${letter.toUpperCase()}`,
      letter + letter.toUpperCase(),
    ]),
  ),
};
const usStrokes = new Map(
  Object.entries(usKeys).flatMap(([code, [plain = '', shifted = '']]) => [
    [plain, { code, isShifted: false }],
    [shifted, { code, isShifted: true }],
  ]),
);

/**
 * Text as keystrokes. A virtual machine hears keys by their place on the keyboard, and a capital without Shift would
 * arrive small, so Shift is pressed here. A desktop's VNC server finds the key of every character by itself.
 */
export function typeOut(text: string, machine: 'desktop' | 'vm'): TypedText {
  const strokes: (readonly KeyPress[])[] = [];
  const untypable = new Set<string>();
  for (const character of text.replace(/\r\n?/g, '\n')) {
    const stroke = machine === 'vm' ? onUsKeyboard(character) : byMeaning(character);
    if (stroke) strokes.push(stroke);
    else untypable.add(character);
  }
  return { strokes, untypable: [...untypable] };
}

function onUsKeyboard(character: string): readonly KeyPress[] | undefined {
  if (character === '\n') return pressTogether([returnKey]);
  if (character === '\t') return pressTogether([tabKey]);
  const found = usStrokes.get(character);
  if (!found) return undefined;
  const pressed = { keysym: keysymOf(character), code: found.code };
  return pressTogether(found.isShifted ? [shiftKey, pressed] : [pressed]);
}

function byMeaning(character: string): readonly KeyPress[] | undefined {
  if (character === '\n') return pressTogether([{ ...returnKey, code: '' }]);
  if (character === '\t') return pressTogether([{ ...tabKey, code: '' }]);
  if (character < ' ') return undefined;
  return pressTogether([{ keysym: keysymOf(character), code: '' }]);
}

/** Latin-1 characters are their own keysyms; all others are Unicode with a mark (X11 protocol, appendix A). */
function keysymOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  const isLatin1 = (point >= 0x20 && point <= 0x7e) || (point >= 0xa0 && point <= 0xff);
  return isLatin1 ? point : 0x01000000 | point;
}
