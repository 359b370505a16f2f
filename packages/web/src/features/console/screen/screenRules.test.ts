import { expect, test } from 'vitest';
import { clipboardWay } from './clipboardWay.ts';
import { guessLayout, layoutCommand, setxkbmapArguments } from './layouts.ts';
import { qualityOf } from './quality.ts';

test.each([
  ['de-DE', undefined, 'de'],
  ['de-CH', undefined, 'ch'],
  ['en-US', undefined, 'us'],
  ['en-GB', undefined, 'gb'],
  ['sv', undefined, 'se'],
  ['es-MX', undefined, 'latam'],
  ['es-ES', undefined, 'es'],
  ['xx', undefined, 'us'],
  ['', undefined, 'us'],
  ['constructor', undefined, 'us'],
  ['en-US', { KeyZ: 'y', KeyQ: 'q' }, 'de'],
  ['de-DE', { KeyZ: 'z', KeyQ: 'q' }, 'us'],
  ['en-US', { KeyZ: 'w', KeyQ: 'a' }, 'fr'],
  ['fr-BE', { KeyZ: 'w', KeyQ: 'a' }, 'be'],
  ['cs', { KeyZ: 'y', KeyQ: 'q' }, 'cz'],
])('a browser in %s with keys %j has the layout %s', (language, keys, layout) => {
  expect(guessLayout(language, keys)).toBe(layout);
});

test('a variant of a layout is told apart from it', () => {
  expect(setxkbmapArguments('ch(fr)')).toEqual(['-layout', 'ch', '-variant', 'fr']);
  expect(setxkbmapArguments('de')).toEqual(['-layout', 'de', '-variant', '']);
  expect(layoutCommand('ch(fr)')).toBe('sudo localectl set-x11-keymap ch pc105 fr');
});

test.each([
  [{ isSecure: false, canRead: true, permission: 'granted' }, 'insecure'],
  [{ isSecure: true, canRead: true, permission: 'granted' }, 'shared'],
  [{ isSecure: true, canRead: true, permission: 'prompt' }, 'askable'],
  [{ isSecure: true, canRead: true, permission: 'denied' }, 'denied'],
  [{ isSecure: true, canRead: false, permission: 'granted' }, 'unknown'],
  [{ isSecure: true, canRead: true, permission: undefined }, 'unknown'],
] as const)('a browser with %j has a clipboard that is %s', (browser, way) => {
  expect(clipboardWay(browser)).toBe(way);
});

test('auto is sharp in the same house, and coarse over a slow line', () => {
  expect(qualityOf('auto', 5)).toEqual(qualityOf('sharp', 500));
  expect(qualityOf('auto', 60)).toEqual(qualityOf('balanced', 5));
  expect(qualityOf('auto', 400)).toEqual(qualityOf('slow', 5));
  expect(qualityOf('auto', undefined)).toEqual(qualityOf('balanced', undefined));
});
