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

test('who is far behind hears of leaps, and near the front of every step', async () => {
  const inTurn = createTurns(1, 0);
  const told: (number | undefined)[] = [];
  const gates = Array.from({ length: 40 }, () => Promise.withResolvers<undefined>());
  const works = gates.map(({ promise }, index) =>
    inTurn(
      () => promise,
      (place) => {
        if (index === 39) told.push(place);
      },
    ),
  );
  await expect.poll(() => told).toEqual([39]);
  for (const [index, { resolve }] of gates.entries()) {
    resolve(undefined);
    await works[index];
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  expect(told.length).toBeLessThan(18);
  expect(told.slice(-4)).toEqual([3, 2, 1, undefined]);
});
