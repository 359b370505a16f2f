import { expect, test } from 'vitest';
import { createTurns } from './createTurns.ts';

test('who waits is told its place as it moves up, and when it is its turn', async () => {
  const inTurn = createTurns(1, 1);
  const told: string[] = [];
  const gates = ['a', 'b', 'c'].map((name) => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const done = inTurn(
      () => promise,
      (place) => told.push(`${name} ${String(place)}`),
    );
    return { open: () => resolve(undefined), done };
  });
  await expect.poll(() => told).toEqual(['b 1', 'c 2']);
  gates[0]?.open();
  await expect.poll(() => told.slice(2)).toEqual(['b undefined', 'c 1']);
  gates[1]?.open();
  gates[2]?.open();
  await Promise.all(gates.map(({ done }) => done));
  expect(told.slice(4)).toEqual(['c undefined']);
});

test('who need not wait hears of no queue', async () => {
  const inTurn = createTurns(2, 0);
  const told: unknown[] = [];
  await inTurn(
    () => Promise.resolve(),
    (place) => told.push(place),
  );
  expect(told).toEqual([]);
});
