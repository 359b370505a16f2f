import { LabcastError, type Step, type StepStatus } from '@labcast/domain';
import { describe, expect, test } from 'vitest';
import { runPlan } from './runPlan.ts';

function step(id: string, ...needs: string[]): Step {
  return { id, title: `Do ${id}`, needs, action: { type: 'ensure-bridge', bridge: id } };
}

function run(
  steps: readonly Step[],
  carryOut: (step: Step) => Promise<void>,
  signal = new AbortController().signal,
): { failures: ReturnType<typeof runPlan>; progress: StepStatus[][] } {
  const progress: StepStatus[][] = [];
  const failures = runPlan({
    steps,
    carryOut,
    signal,
    onProgress: (statuses) => progress.push([...statuses]),
    now: () => new Date(0),
  });
  return { failures, progress };
}

describe('runPlan', () => {
  test('a step begins only after everything that it needs is done', async () => {
    const events: string[] = [];
    const { failures } = run([step('a'), step('b'), step('c', 'a', 'b')], async ({ id }) => {
      events.push(`begin ${id}`);
      await Promise.resolve();
      events.push(`end ${id}`);
    });
    expect(await failures).toEqual([]);
    expect(events.indexOf('begin c')).toBeGreaterThan(events.indexOf('end a'));
    expect(events.indexOf('begin c')).toBeGreaterThan(events.indexOf('end b'));
    expect(events.indexOf('begin b')).toBeLessThan(events.indexOf('end a'));
  });

  test('what needs a failed step is not begun, the rest is done', async () => {
    const done: string[] = [];
    const { failures, progress } = run([step('a'), step('b', 'a'), step('c')], ({ id }) => {
      if (id === 'a') return Promise.reject(new Error('no room'));
      done.push(id);
      return Promise.resolve();
    });
    expect((await failures).map((failure) => failure.step.id)).toEqual(['a']);
    expect(done).toEqual(['c']);
    const last = progress.at(-1)?.map(({ id, state, message }) => [id, state, message]);
    expect(last).toEqual([
      ['a', 'failed', 'no room'],
      ['b', 'waiting', undefined],
      ['c', 'done', undefined],
    ]);
  });

  test('a step that failed says what to do about it', async () => {
    const remedies = new Map([
      ['a', 'Make room.'],
      ['b', 'Choose another image.'],
    ]);
    const { failures, progress } = run([step('a'), step('b')], ({ id }) =>
      Promise.reject(new LabcastError('step-failed', 'No.', { remedy: remedies.get(id)! })),
    );
    await failures;
    expect(new Map(progress.at(-1)?.map(({ id, remedy }) => [id, remedy]))).toEqual(remedies);
  });

  test('after an abort nothing new begins', async () => {
    const abort = new AbortController();
    const begun: string[] = [];
    const { failures } = run(
      [step('a'), step('b', 'a')],
      ({ id }) => {
        begun.push(id);
        abort.abort();
        return Promise.resolve();
      },
      abort.signal,
    );
    expect(await failures).toEqual([]);
    expect(begun).toEqual(['a']);
  });
});
