import { codeCharacters } from '@labcast/domain';
import { randomInt } from 'node:crypto';

/** Three groups of four letters that can be read out: 57 random bits. */
export function newJoinCode(): string {
  const letters = Array.from({ length: 12 }, () =>
    codeCharacters.charAt(randomInt(codeCharacters.length)),
  );
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** As it was made, however it was typed. */
export function normalizeJoinCode(typed: string): string {
  const letters = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}
