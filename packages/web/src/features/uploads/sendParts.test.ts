import { expect, test } from 'vitest';
import { sendParts, type PartCarrier } from './sendParts.ts';

const MiB = 1024 ** 2;
const file = new Blob([new Uint8Array(20 * MiB)]);

/** A server that keeps what arrives; `faults` are thrown one after the other, before or after the part arrived. */
function server(arrived = 0, faults: ('before' | 'after' | 'final')[] = []) {
  const state = { arrived, waits: 0, parts: [] as number[] };
  const carrier: PartCarrier = {
    ask: () => Promise.resolve(state.arrived),
    send: (offset, part) => {
      const fault = faults.shift();
      if (fault === 'before' || fault === 'final') return Promise.reject(new Error(fault));
      if (offset !== state.arrived) return Promise.reject(new Error('final'));
      state.arrived += part.size;
      state.parts.push(part.size);
      return fault === 'after'
        ? Promise.reject(new Error('after'))
        : Promise.resolve(state.arrived);
    },
    pauseAfter: (error) => ((error as Error).message === 'final' ? undefined : 1),
    pause: () => {
      state.waits += 1;
      return Promise.resolve();
    },
  };
  return { state, carrier };
}

test('a file is sent in parts, and the progress ends with all of it', async () => {
  const { state, carrier } = server();
  const told: number[] = [];
  await sendParts(file, carrier, (sent) => told.push(sent));
  expect(state.parts).toEqual([8 * MiB, 8 * MiB, 4 * MiB]);
  expect(told).toEqual([0, 8 * MiB, 16 * MiB, 20 * MiB]);
});

test('an upload that was left goes on where it was', async () => {
  const { state, carrier } = server(16 * MiB);
  await sendParts(file, carrier, () => undefined);
  expect(state.parts).toEqual([4 * MiB]);
});

test('a lost part is sent again, and a lost answer doubles nothing', async () => {
  const { state, carrier } = server(0, ['before', 'after']);
  await sendParts(file, carrier, () => undefined);
  expect(state).toMatchObject({ arrived: 20 * MiB, waits: 2 });
});

test('a refusal ends it', async () => {
  const { carrier } = server(0, ['final']);
  await expect(sendParts(file, carrier, () => undefined)).rejects.toThrow('final');
});
