import { expect, test } from 'vitest';
import { pasteLines } from './pasteLines.ts';
import { terminalDeed } from './terminalKeys.ts';

const none = { ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };

test.each([
  ['C', 'copy'],
  ['V', 'paste'],
  ['F', 'find'],
  ['X', 'none'],
])('Ctrl+Shift+%s: %s', (key, deed) => {
  expect(terminalDeed({ ...none, key, ctrlKey: true, shiftKey: true }, false)).toBe(deed);
});

test.each(['c', 'v', 'f', 'k', 'w'])('Ctrl+%s belongs to the shell', (key) => {
  expect(terminalDeed({ ...none, key, ctrlKey: true }, false)).toBe('none');
  expect(terminalDeed({ ...none, key, ctrlKey: true }, true)).toBe('none');
});

test('the Mac key pastes on a Mac, and elsewhere belongs to the shell', () => {
  const pressed = { ...none, key: 'v', metaKey: true };
  expect(terminalDeed(pressed, true)).toBe('paste');
  expect(terminalDeed(pressed, false)).toBe('none');
});

test('AltGr, which some systems tell as Ctrl and Alt, types', () => {
  const pressed = { ...none, key: 'v', ctrlKey: true, shiftKey: true, altKey: true };
  expect(terminalDeed(pressed, false)).toBe('none');
});

test.each([
  ['ls', 0],
  ['ls\n', 0],
  ['ls\r\n', 0],
  ['', 0],
  ['a\nb', 2],
  ['a\rb\r', 2],
  ['a\n\nb\n', 3],
])('pasting %j runs %d lines', (text, count) => {
  expect(pasteLines(text)).toBe(count);
});
