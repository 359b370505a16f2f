import { expect, test } from 'vitest';
import { binaryFrame, inputFrame, parseFrame, resizeFrame } from './frames.ts';

const from = (channel: number, text: string) =>
  Uint8Array.from([channel, ...new TextEncoder().encode(text)]).buffer;

test('what is typed goes out as UTF-8 behind the byte of its channel', () => {
  expect([...inputFrame('é')]).toEqual([0, 0xc3, 0xa9]);
  expect([...binaryFrame('\x1b[M\xff')]).toEqual([0, 0x1b, 0x5b, 0x4d, 0xff]);
});

test('a new size is told as columns and rows', () => {
  const frame = resizeFrame(132, 43);
  expect(frame[0]).toBe(3);
  expect(JSON.parse(new TextDecoder().decode(frame.subarray(1)))).toEqual({ resize: [132, 43] });
});

test('output and errors of a command are both shown', () => {
  for (const channel of [1, 2]) {
    const frame = parseFrame(from(channel, 'ok'));
    expect(frame.kind === 'output' && new TextDecoder().decode(frame.bytes)).toBe('ok');
  }
});

test.each([
  ['{"exit":0}', { kind: 'exit', code: 0 }],
  ['{"note":"no tmux"}', { kind: 'note', text: 'no tmux' }],
  [
    '{"error":{"code":"element-not-running","message":"It is stopped.","remedy":"Start it."}}',
    {
      kind: 'error',
      code: 'element-not-running',
      message: 'It is stopped.',
      remedy: 'Start it.',
    },
  ],
  ['{"later":1}', { kind: 'other' }],
  ['[]', { kind: 'other' }],
  ['nonsense', { kind: 'other' }],
])('the control message %s is understood', (text, frame) => {
  expect(parseFrame(from(3, text))).toEqual(frame);
});

test.each([[0], [9]])('channel %d means nothing from a server', (channel) => {
  expect(parseFrame(from(channel, 'x'))).toEqual({ kind: 'other' });
  expect(parseFrame(new ArrayBuffer(0))).toEqual({ kind: 'other' });
});
