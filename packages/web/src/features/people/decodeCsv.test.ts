import { expect, test } from 'vitest';
import { decodeCsv } from './decodeCsv.ts';

test('a file is read in whichever encoding a spreadsheet saved it', () => {
  const text = 'name\nZoë';
  expect(decodeCsv(new TextEncoder().encode(text))).toBe(text);
  expect(decodeCsv(new TextEncoder().encode(`\ufeff${text}`))).toBe(text);
  expect(decodeCsv(Uint8Array.from(text, (one) => one.charCodeAt(0)))).toBe(text);
  const utf16 = Uint8Array.from(
    Array.from(`\ufeff${text}`).flatMap((one) => {
      const code = one.charCodeAt(0);
      return [code & 255, code >> 8];
    }),
  );
  expect(decodeCsv(utf16)).toBe(text);
});
