import { afterEach, expect, test, vi } from 'vitest';
import { runSteps } from './steps.ts';

const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
afterEach(() => vi.useRealTimers());

function collect(): {
  lines: string[];
  terminal: false;
  print: (line: string) => void;
  log: () => void;
} {
  const lines: string[] = [];
  return { lines, terminal: false, print: (line) => lines.push(line), log: () => undefined };
}

test('every step is told with its place and what came of it', async () => {
  const output = collect();
  const failure = await runSteps(
    [
      { title: 'Check the machine', run: () => Promise.resolve('2 cores') },
      { title: 'Start Incus', run: () => Promise.resolve(undefined) },
    ],
    output,
  );
  expect(failure).toBeUndefined();
  expect(output.lines[0]).toMatch(/^\d\d:\d\d:\d\d \[1\/2\] Check the machine$/);
  expect(output.lines[1]).toMatch(/\[1\/2\] done in .* s: 2 cores$/);
  expect(output.lines[3]).toMatch(/\[2\/2\] done in [\d.]+ s$/);
});

test('a step that says nothing for long is told again with its time', async () => {
  vi.useFakeTimers();
  const output = collect();
  const steps = runSteps(
    [
      {
        title: 'Build images',
        run: async (report) => {
          await pass(15_000);
          report('Building Kubernetes');
          await pass(130_000);
          return undefined;
        },
      },
    ],
    output,
  );
  await vi.advanceTimersByTimeAsync(145_000);
  await steps;
  expect(output.lines.map((line) => line.slice('00:00:00 [1/1] '.length))).toEqual([
    'Build images',
    '... Building Kubernetes (15.0 s)',
    '... Building Kubernetes (75.0 s)',
    '... Building Kubernetes (135.0 s)',
    'done in 145.0 s',
  ]);
});

test('nothing is begun after a step that failed', async () => {
  const begun: string[] = [];
  const output = collect();
  const failure = await runSteps(
    [
      { title: 'one', run: () => Promise.reject(new Error('no disk')) },
      {
        title: 'two',
        run: () => {
          begun.push('two');
          return Promise.resolve(undefined);
        },
      },
    ],
    output,
  );
  expect(failure).toMatchObject({ title: 'one', error: new Error('no disk') });
  expect(begun).toEqual([]);
  expect(output.lines.at(-1)).toMatch(/\[1\/2\] failed after/);
});
