import { Lexer } from 'yaml';
import type { Problem } from '../errors.ts';

/** Larger than any lab, and small enough to be read within two seconds whatever it holds. */
const maximumBytes = 1024 ** 2;
/** Ten times what 200 elements take. Without a bound, a megabyte of brackets keeps its reader busy for a minute. */
const maximumTokens = 100_000;
/** `lab.yaml` has seven levels. */
const maximumBrackets = 20;

/** What YAML calls not printable, and what stands for bytes that were no UTF-8. Inside a value it can be escaped. */
export const unreadableCharacter =
  /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]/u;

/** Why a text cannot be a `lab.yaml` at all: too large, no text, or made to be hard to read. */
export function findUnreadable(text: string): Problem | undefined {
  // A character has at least one byte and at most three per UTF-16 unit, so the exact length is rarely needed.
  if (text.length > maximumBytes || utf8Length(text) > maximumBytes)
    return {
      message: 'The file is larger than 1 MiB',
      remedy: 'Keep large files out of lab.yaml: fetch them with a run command.',
      line: 1,
      column: 1,
    };
  const strange = unreadableCharacter.exec(text.startsWith('\ufeff') ? text.slice(1) : text);
  if (!strange) return findExcess(text);
  const before = text.slice(0, strange.index).split('\n');
  return {
    message: 'This is not a text file',
    remedy: 'Give a lab.yaml that is written in UTF-8.',
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // Each half of a pair counts two of its four bytes.
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isHalf ? 2 : 3;
  }
  return bytes;
}

function findExcess(text: string): Problem | undefined {
  let tokens = 0;
  let line = 1;
  let open = 0;
  for (const token of new Lexer().lex(text)) {
    tokens++;
    if (token.includes('\n')) line += token.split('\n').length - 1;
    if (token === '[' || token === '{') open++;
    if (token === ']' || token === '}') open--;
    if (open > maximumBrackets)
      return { message: 'This is nested too deeply', remedy: 'Close brackets.', line, column: 1 };
    if (tokens > maximumTokens)
      return {
        message: 'The file has far more keys and values than a lab',
        remedy: 'Give a lab.yaml with at most 200 elements.',
        line,
        column: 1,
      };
  }
  return undefined;
}
