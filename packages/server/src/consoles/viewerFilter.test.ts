import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createViewerFilter } from './viewerFilter.ts';

const hello = Buffer.from('RFB 003.008\n\x01\x01', 'latin1');
const int16 = (value: number) => [value >> 8, value & 255];
const int32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return [...bytes];
};
const zeros = (count: number) => Array.from({ length: count }, () => 0);
const encodings = (...all: number[]) =>
  Buffer.from([2, 0, ...int16(all.length), ...all.flatMap(int32)]);

const passed: Record<string, Buffer> = {
  'the form of pixels': Buffer.from([0, ...zeros(19)]),
  'the encodings that are understood': encodings(7, 16, -223, -308),
  'a wish for a picture': Buffer.from([3, 1, ...zeros(8)]),
  'a wish for pictures from now on': Buffer.from([150, 1, ...zeros(8)]),
  'an answer to a fence': Buffer.from([248, 0, 0, 0, ...int32(1), 3, 9, 9, 9]),
};
const dropped: Record<string, Buffer> = {
  'a key': Buffer.from([4, 1, 0, 0, ...int32(65)]),
  'the pointer': Buffer.from([5, 1, ...int16(300), ...int16(3)]),
  'the clipboard': Buffer.from([6, 0, 0, 0, ...int32(5), 3, 3, 3, 3, 3]),
  'the extended clipboard': Buffer.from([6, 0, 0, 0, ...int32(-6), 2, 0, 0, 0, 3, 3]),
  'a reboot': Buffer.from([250, 0, 1, 3]),
  'a new size': Buffer.from([251, 0, ...int16(640), ...int16(480), 1, 0, ...zeros(16)]),
  'a device': Buffer.from([253, 129, ...int16(4), 3, 3, 3, 3]),
  'a key for QEMU': Buffer.from([255, 0, ...int16(1), ...int32(65), ...int32(30)]),
  'sound on': Buffer.from([255, 1, ...int16(0)]),
  'a form of sound': Buffer.from([255, 1, ...int16(2), 3, 2, ...int32(44_100)]),
};

test.each(Object.entries(passed))('%s goes on', (_what, bytes) => {
  const filter = createViewerFilter();
  expect(filter(hello)).toEqual(hello);
  expect(filter(bytes)).toEqual(bytes);
});

test.each(Object.entries(dropped))('%s does not', (_what, bytes) => {
  const filter = createViewerFilter();
  filter(hello);
  expect(filter(bytes)).toHaveLength(0);
  const wish = passed['a wish for a picture']!;
  expect(filter(wish)).toEqual(wish);
});

test('however the bytes are cut, the same ones go on', () => {
  const messages = fc.array(
    fc.constantFrom(
      ...Object.values(passed).map((bytes) => ({ bytes, goesOn: true })),
      ...Object.values(dropped).map((bytes) => ({ bytes, goesOn: false })),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(messages, fc.array(fc.nat(30), { minLength: 1 }), (sent, cuts) => {
      const filter = createViewerFilter();
      const all = Buffer.concat([hello, ...sent.map(({ bytes }) => bytes)]);
      const out: Buffer[] = [];
      for (let at = 0, piece = 0; at < all.length; piece++) {
        const size = 1 + (cuts[piece % cuts.length] ?? 0);
        out.push(filter(all.subarray(at, at + size)));
        at += size;
      }
      const expected = sent.filter(({ goesOn }) => goesOn).map(({ bytes }) => bytes);
      expect(Buffer.concat(out)).toEqual(Buffer.concat([hello, ...expected]));
    }),
  );
});

test('each part of the greeting goes on at once, because the server answers it', () => {
  const filter = createViewerFilter();
  expect(filter(hello.subarray(0, 5))).toHaveLength(0);
  expect(filter(hello.subarray(5, 12)).toString('latin1')).toBe('RFB 003.008\n');
  expect(filter(Buffer.of(1))).toEqual(Buffer.of(1));
  expect(filter(Buffer.of(1))).toEqual(Buffer.of(1));
});

test('an old client chooses no security', () => {
  const old = Buffer.from('RFB 003.003\n\x01', 'latin1');
  const filter = createViewerFilter();
  const wish = passed['a wish for a picture']!;
  expect(filter(Buffer.concat([old, wish]))).toEqual(Buffer.concat([old, wish]));
});

test('a client that wants the screen for itself has to share it', () => {
  const greedy = Buffer.concat([hello.subarray(0, 13), Buffer.of(0)]);
  expect(createViewerFilter()(greedy)).toEqual(hello);
});

test('nothing is agreed that would change the form of what the client says', () => {
  const filter = createViewerFilter();
  filter(hello);
  const wanted = encodings(7, -316, -258, -309, 0xc0a1e5ce | 0, -305, 16);
  expect(filter(wanted)).toEqual(encodings(7, 16));
});

test.each([
  ['a message that nobody knows', Buffer.concat([hello, Buffer.of(77)])],
  ['another security', Buffer.from('RFB 003.008\n\x13', 'latin1')],
  ['an unknown word to QEMU', Buffer.concat([hello, Buffer.of(255, 9, 0, 0)])],
])('%s ends it, because nobody could tell what follows', (_what, bytes) => {
  const filter = createViewerFilter();
  expect(() => filter(bytes)).toThrow('is not known');
});
