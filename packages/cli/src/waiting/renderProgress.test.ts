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
