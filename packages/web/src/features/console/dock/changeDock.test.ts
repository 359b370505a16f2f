import { expect, test } from 'vitest';
import { changeDock } from './changeDock.ts';

const consoles = ['a.terminal', 'b.screen', 'c.logs'];
const one = { consoles, shown: { first: 'b.screen' } };
const two = { consoles, shown: { first: 'a.terminal', second: 'b.screen' } };

test('what is opened is shown, at the end of the list', () => {
  expect(changeDock(one, { type: 'open', name: 'd.terminal' })).toEqual({
    consoles: [...consoles, 'd.terminal'],
    shown: { first: 'd.terminal' },
  });
});

test('an open console is not opened twice', () => {
  expect(changeDock(one, { type: 'open', name: 'c.logs' })).toEqual({
    consoles,
    shown: { first: 'c.logs' },
  });
  expect(changeDock(two, { type: 'open', name: 'b.screen' })).toEqual(two);
});

test('after closing the shown one its neighbour is shown', () => {
  const closed = changeDock(one, { type: 'close', name: 'b.screen' });
  expect(closed).toEqual({ consoles: ['a.terminal', 'c.logs'], shown: { first: 'c.logs' } });
  const last = changeDock(
    { consoles: ['a.terminal'], shown: { first: 'a.terminal' } },
    {
      type: 'close',
      name: 'a.terminal',
    },
  );
  expect(last).toEqual({ consoles: [], shown: {} });
});

test('closing one of two leaves the other', () => {
  expect(changeDock(two, { type: 'close', name: 'a.terminal' }).shown).toEqual({
    first: 'b.screen',
  });
  expect(changeDock(two, { type: 'close', name: 'b.screen' }).shown).toEqual({
    first: 'a.terminal',
  });
  expect(changeDock(two, { type: 'close', name: 'c.logs' }).shown).toEqual(two.shown);
});

test('a console is not shown beside itself', () => {
  expect(changeDock(one, { type: 'split', name: 'b.screen' }).shown).toEqual({
    first: 'b.screen',
  });
  expect(changeDock(one, { type: 'split', name: 'c.logs' }).shown).toEqual({
    first: 'b.screen',
    second: 'c.logs',
  });
  expect(changeDock(two, { type: 'unsplit' }).shown).toEqual({ first: 'a.terminal' });
});
