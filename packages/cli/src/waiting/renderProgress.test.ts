import { expect, test } from 'vitest';
import { exampleView, startingView } from '../testing/exampleViews.ts';
import { renderProgress } from './renderProgress.ts';

const times = { start: new Date('2026-01-02T03:04:02Z'), now: new Date('2026-01-02T03:04:07Z') };

test('every step shows its state and its time, and the one that goes on says what it waits for', () => {
  expect(renderProgress(startingView(), times)).toBe(
    [
      '▶ starting  webserver  5.0 s',
      '  ✔ Make network lan  0.0 s',
      '  ▶ Start cluster  2.0 s  waiting for the image',
    ].join('\n'),
  );
});

test('without a step the reason of the wait is told', () => {
  const view = exampleView(
    { settled: false },
    {
      state: 'waiting',
      elements: [],
      conditions: [
        {
          type: 'Host',
          status: 'false',
          reason: 'ImageMissing',
          message: 'Waiting for the image debian-12 to be built.',
          since: times.start.toISOString(),
        },
      ],
    },
  );
  expect(renderProgress(view, times)).toBe(
    '○ waiting  webserver  5.0 s\n  Waiting for the image debian-12 to be built.',
  );
});

test('a step tells how long it usually takes while it goes on, and its place while it waits', () => {
  const usual = { medianMs: 2_000, p90Ms: 9_000 };
  const step = { id: 'a', title: 'Make web', element: 'web', usual };
  const startedAt = times.start.toISOString();
  const show = (fields: object) =>
    renderProgress(
      exampleView(
        { settled: false },
        { state: 'starting', conditions: [], steps: [{ ...step, state: 'running', ...fields }] },
      ),
      times,
    ).split('\n')[1];
  expect(show({ startedAt })).toBe('  ▶ Make web  5.0 s  usually 2.0 s, seldom over 9.0 s');
  expect(show({ state: 'waiting', place: 2, message: '2nd in the queue.' })).toBe(
    '  ○ Make web  2nd in the queue.',
  );
});
