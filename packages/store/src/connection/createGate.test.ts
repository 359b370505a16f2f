import { expect, test } from 'vitest';
import { createGate } from './createGate.ts';

test('no more than so many are inside, and the others come in in order', async () => {
  const gate = createGate(2);
  const entered: number[] = [];
  const exits: (() => void)[] = [];
  const all = [1, 2, 3, 4].map(async (number) => {
    exits.push(await gate.enter());
    entered.push(number);
  });
  await Promise.all(all.slice(0, 2));
  expect(entered).toEqual([1, 2]);
  exits[0]?.();
  await all[2];
  expect(entered).toEqual([1, 2, 3]);
  exits[1]?.();
  await all[3];
  exits[2]?.();
  exits[3]?.();
  await gate.enter();
  await gate.enter();
  expect(entered).toEqual([1, 2, 3, 4]);
});
