import { expect, test } from 'vitest';
import { pressTogether, specialKeys } from './screenKeys.ts';
import { typeOut } from './typeOut.ts';

const codes = (presses: readonly { code: string; down: boolean }[]) =>
  presses.map(({ code, down }) => `${down ? '+' : '-'}${code}`);

test('keys pressed together are let go the other way round', () => {
  const { keys } = specialKeys.find(({ label }) => label === 'Ctrl+Alt+Del')!;
  expect(codes(pressTogether(keys))).toEqual([
    '+ControlLeft',
    '+AltLeft',
    '+Delete',
    '-Delete',
    '-AltLeft',
    '-ControlLeft',
  ]);
});

test('the menu has all twelve virtual consoles', () => {
  const { keys } = specialKeys.find(({ label }) => label === 'Ctrl+Alt+F12')!;
  expect(keys.at(-1)).toEqual({ keysym: 0xffc9, code: 'F12' });
});

test('typing into a virtual machine presses Shift for what needs it, and only there', () => {
  const { strokes } = typeOut('Hi@', 'vm');
  expect(strokes.map(codes)).toEqual([
    ['+ShiftLeft', '+KeyH', '-KeyH', '-ShiftLeft'],
    ['+KeyI', '-KeyI'],
    ['+ShiftLeft', '+Digit2', '-Digit2', '-ShiftLeft'],
  ]);
});

test('every printable character of ASCII can be typed into a virtual machine', () => {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
  expect(typeOut(ascii, 'vm').untypable).toEqual([]);
  expect(typeOut(ascii, 'vm').strokes).toHaveLength(95);
});

test('lines and tabs are keys too, whatever ends the line', () => {
  expect(typeOut('a\r\nb\tc\r', 'vm').strokes.map((stroke) => stroke[0]?.code)).toEqual([
    'KeyA',
    'Enter',
    'KeyB',
    'Tab',
    'KeyC',
    'Enter',
  ]);
});

test('what has no key is told, once each, and the rest is typed', () => {
  const { strokes, untypable } = typeOut('aüü你b', 'vm');
  expect(untypable).toEqual(['ü', '你']);
  expect(strokes).toHaveLength(2);
});

test('a desktop takes any character by its meaning', () => {
  const { strokes, untypable } = typeOut('ü你', 'desktop');
  expect(untypable).toEqual([]);
  expect(strokes.map((stroke) => stroke[0]?.keysym)).toEqual([0xfc, 0x01004f60]);
});
