const longestWords = 40;

/** Left out are vowels, and what is taken for another character: a code is read out, and must be no word. */
export const codeCharacters = '23456789bcdfghjkmnpqrstvwxz';
const codePattern = new RegExp(`(?:^|-)([${codeCharacters}]{4})$`);

/**
 * The part of an address that people can read, `networks-2-4f2c`: the words change with the name, the code finds the thing.
 * `otherwise` stands for a name without any Latin letter or digit.
 */
export function makeSlug(name: string, code: string, otherwise: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestWords)
    .replace(/^-+|-+$/g, '');
  return `${/^[a-z]/.test(words) ? words : [otherwise, words].filter(Boolean).join('-')}-${code}`;
}

/** The code at the end of a slug; undefined when it has none. */
export function codeOfSlug(slug: string): string | undefined {
  return codePattern.exec(slug)?.[1];
}
