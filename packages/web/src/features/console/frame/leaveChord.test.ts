import { expect, test } from 'vitest';
import { leavesBy, nextChord, noChord } from './leaveChord.ts';

/** `+Control` is pressed, `-Control` released. True when the way out was pressed at the end. */
function press(...keys: string[]): boolean {
  let chord = noChord;
  let leaves = false;
  for (const text of keys) {
    const key = {
      type: text.startsWith('+') ? ('keydown' as const) : ('keyup' as const),
      key: text.slice(1),
    };
    leaves = leavesBy(chord, key);
    chord = nextChord(chord, key);
  }
  return leaves;
}

test('Ctrl, Alt and Shift pressed and released alone lead out, in any order', () => {
  expect(press('+Control', '+Alt', '+Shift', '-Shift', '-Alt', '-Control')).toBe(true);
  expect(press('+Shift', '+Control', '+Alt', '-Control', '-Shift', '-Alt')).toBe(true);
});

test('a held key that repeats changes nothing', () => {
  expect(
    press('+Control', '+Control', '+Alt', '+Shift', '+Shift', '-Shift', '-Alt', '-Control'),
  ).toBe(true);
});

test('nothing happens before the last of them is let go', () => {
  expect(press('+Control', '+Alt', '+Shift')).toBe(false);
  expect(press('+Control', '+Alt', '+Shift', '-Shift')).toBe(false);
});

test('Ctrl+Alt+Shift with another key belongs to the machine', () => {
  expect(
    press('+Control', '+Alt', '+Shift', '+Delete', '-Delete', '-Shift', '-Alt', '-Control'),
  ).toBe(false);
  expect(press('+a', '-a', '+Control', '+Alt', '+Shift', '-Shift', '-Alt', '-Control')).toBe(true);
});

test('typing with AltGr never leads out, although some systems press Ctrl with it', () => {
  expect(press('+Control', '+AltGraph', '+Shift', '-Shift', '-AltGraph', '-Control')).toBe(false);
});

test('two of the three are no way out', () => {
  expect(press('+Control', '+Alt', '-Alt', '-Control')).toBe(false);
  expect(press('+Control', '+Shift', '-Shift', '+Alt', '-Alt', '-Control')).toBe(false);
});

test('after a spoilt try the next one leads out', () => {
  expect(
    press(
      '+Control',
      '+x',
      '-x',
      '-Control',
      '+Control',
      '+Alt',
      '+Shift',
      '-Alt',
      '-Shift',
      '-Control',
    ),
  ).toBe(true);
});
