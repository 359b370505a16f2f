import { expect, test } from 'vitest';
import { firstLine, nextLine, shownOutage, type Line, type LineEvent } from './line.ts';

const network = { type: 'closed', outage: { kind: 'network' } } as const;

/** Tells the events one after another, one second apart. */
function follow(events: readonly LineEvent[], line: Line = firstLine(0)): Line {
  return events.reduce((now, event, index) => nextLine(now, event, (index + 1) * 1000, 0), line);
}

test('a line that drops tries again by itself, at first soon, then every five seconds at most', () => {
  const delays: number[] = [];
  let line = follow([{ type: 'opened' }]);
  let now = 10_000;
  for (let count = 0; count < 12; count += 1) {
    line = nextLine(line, network, now, 1);
    if (line.phase !== 'lost' || line.retryAt === undefined) throw new Error('not lost');
    delays.push(line.retryAt - now);
    now = line.retryAt;
    line = nextLine(line, { type: 'due' }, now, 1);
    expect(line.phase).toBe('connecting');
  }
  expect(delays[0]).toBe(250);
  expect(delays.at(-1)).toBe(5000);
  expect(delays).toEqual([...delays].sort((a, b) => a - b));
});

test('the time of a loss is that of the first loss, however often is tried', () => {
  const line = follow([{ type: 'opened' }, network, { type: 'due' }, network, { type: 'due' }]);
  expect(line).toMatchObject({ phase: 'connecting', since: 2000, attempt: 3 });
});

test('every connection has its own number, so that what an old socket says is not taken for the new one', () => {
  expect(follow([network, { type: 'asked' }, { type: 'opened' }])).toMatchObject({ attempt: 2 });
});

test.each(['signed-out', 'not-permitted', 'ended'] as const)(
  'after %s only a person tries again',
  (kind) => {
    const line = follow([{ type: 'opened' }, { type: 'closed', outage: { kind } }]);
    expect(nextLine(line, { type: 'due' }, 9000, 0)).toBe(line);
    expect(nextLine(line, { type: 'woken' }, 9000, 0)).toBe(line);
    expect(nextLine(line, { type: 'asked' }, 9000, 0)).toMatchObject({ phase: 'connecting' });
  },
);

test('what was deleted is tried again when it is there again, and not before', () => {
  const line = follow([{ type: 'opened' }, { type: 'closed', outage: { kind: 'gone' } }]);
  expect(nextLine(line, { type: 'due' }, 9000, 0)).toBe(line);
  expect(nextLine(line, { type: 'woken' }, 9000, 0)).toMatchObject({ phase: 'connecting' });
});

test.each(['machine-stopped', 'machine-failed'] as const)(
  '%s is asked only now and then, and ends when the machine is ready',
  (kind) => {
    const line = follow([{ type: 'opened' }, { type: 'closed', outage: { kind } }]);
    expect(line).toMatchObject({ phase: 'lost', retryAt: 7000 });
    expect(nextLine(line, { type: 'woken' }, 9000, 0)).toMatchObject({ phase: 'connecting' });
  },
);

test('what is found out later does not hide that the shell ended', () => {
  const line = follow([{ type: 'opened' }, { type: 'closed', outage: { kind: 'ended' } }]);
  expect(nextLine(line, { type: 'found', outage: { kind: 'network' } }, 9000, 0)).toBe(line);
});

test('a second loss of the same socket changes nothing', () => {
  const line = follow([{ type: 'opened' }, { type: 'closed', outage: { kind: 'ended' } }]);
  expect(nextLine(line, network, 9000, 0)).toBe(line);
});

test('nothing is shown for the first second', () => {
  const line = nextLine(follow([{ type: 'opened' }]), network, 5000, 0);
  expect(shownOutage(line, 5999)).toBeUndefined();
  expect(shownOutage(line, 6000)).toEqual({ kind: 'network' });
});

test('what a person has to decide is shown at once', () => {
  const line = nextLine(
    follow([{ type: 'opened' }]),
    { type: 'closed', outage: { kind: 'ended' } },
    5000,
    0,
  );
  expect(shownOutage(line, 5000)).toEqual({ kind: 'ended' });
});

test('while it tries again the reason stays to be read', () => {
  const line = follow([{ type: 'opened' }, network, { type: 'due' }]);
  expect(shownOutage(line, 9000)).toEqual({ kind: 'network' });
  expect(shownOutage(nextLine(line, { type: 'opened' }, 9000, 0), 9999)).toBeUndefined();
});
