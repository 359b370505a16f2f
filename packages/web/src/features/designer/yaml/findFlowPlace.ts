interface FlowPlace {
  readonly path: readonly string[];
  readonly position: 'key' | 'value';
  /** Offset in the text at which the word begins. */
  readonly from: number;
  readonly siblings: readonly string[];
}

interface Level {
  readonly isMap: boolean;
  key?: string | undefined;
  readonly seen: string[];
}

/** Where the end of a text is that begins with `{` or `[`. Undefined when all that was opened is closed again. */
export function findFlowPlace(text: string): FlowPlace | undefined {
  const { levels, wordStart } = readMarks(text);
  const level = levels.at(-1);
  if (!level) return undefined;
  const path = levels.flatMap(({ isMap, key }) => (isMap ? (key ?? []) : '*'));
  const spaces = /^\s*/.exec(text.slice(wordStart))?.[0].length ?? 0;
  return {
    path,
    position: level.isMap && level.key === undefined ? 'key' : 'value',
    from: wordStart + spaces,
    siblings: level.isMap ? level.seen.filter((key) => key !== level.key) : [],
  };
}

function readMarks(text: string): { levels: readonly Level[]; wordStart: number } {
  const levels: Level[] = [];
  let wordStart = 0;
  let quote = '';
  text.split('').forEach((character, index) => {
    const word = text.slice(wordStart, index).trim();
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (/["']/.test(character) && word === '') quote = character;
    else if (isMark(character, text.charAt(index + 1))) {
      applyMark(levels, character, word);
      wordStart = index + 1;
    }
  });
  return { levels, wordStart };
}

function isMark(character: string, next: string): boolean {
  if (character === ':') return next === ' ' || next === '';
  return '{[]},'.includes(character);
}

function applyMark(levels: Level[], mark: string, word: string): void {
  const level = levels.at(-1);
  if (mark === '{' || mark === '[') levels.push({ isMap: mark === '{', seen: [] });
  else if (mark === '}' || mark === ']') levels.pop();
  else if (level && mark === ':') {
    level.key = word.replace(/^["']|["']$/g, '');
    level.seen.push(level.key);
  } else if (level) level.key = undefined;
}
