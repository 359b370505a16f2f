import { setTimeout as sleep } from 'node:timers/promises';
import type { EnvironmentId } from '@labcast/store';
import { describe, expect, test } from 'vitest';
import { createEnvironmentQueue } from './environmentQueue.ts';

const lab = 'lab' as EnvironmentId;
const other = 'other' as EnvironmentId;

function gate(): { opened: Promise<unknown>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { opened: promise, open: () => resolve(undefined) };
}

describe('the environment queue', () => {
  test('an environment is worked on once at a time, and again when asked meanwhile', async () => {
    const gates = [gate(), gate()];
    let begun = 0;
    let atOnce = 0;
    const queue = createEnvironmentQueue(async () => {
      expect(++atOnce).toBe(1);
      await gates[begun++]?.opened;
      atOnce--;
      return undefined;
    });
    queue.enqueue(lab);
    queue.enqueue(lab);
    queue.enqueue(lab);
    expect(begun).toBe(1);
    gates[0]?.open();
    await sleep(0);
    expect(begun).toBe(2);
    gates[1]?.open();
    await queue.stop();
    expect(begun).toBe(2);
  });

  test('two environments are worked on side by side', async () => {
    const held = gate();
    const begun: string[] = [];
    const queue = createEnvironmentQueue(async (id) => {
      begun.push(id);
      await held.opened;
      return undefined;
    });
    queue.enqueue(lab);
    queue.enqueue(other);
    expect(begun).toEqual([lab, other]);
    held.open();
    await queue.stop();
  });

  test('an interruption aborts the pass and starts another', async () => {
    const signals: AbortSignal[] = [];
    const queue = createEnvironmentQueue(async (_id, signal) => {
      signals.push(signal);
      if (signals.length === 1)
        await new Promise((resolve) => {
          signal.addEventListener('abort', resolve);
        });
      return undefined;
    });
    queue.enqueue(lab);
    queue.interrupt(lab);
    await sleep(0);
    await sleep(0);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    await queue.stop();
  });

  test('work that asks to be looked at again is', async () => {
    let count = 0;
    const enough = gate();
    const queue = createEnvironmentQueue(() => {
      if (++count === 3) enough.open();
      return Promise.resolve(count < 3 ? 1 : undefined);
    });
    queue.enqueue(lab);
    await enough.opened;
    await queue.stop();
    expect(count).toBe(3);
  });

  test('nothing begins after it was stopped', async () => {
    let count = 0;
    const queue = createEnvironmentQueue(() => {
      count++;
      return Promise.resolve(undefined);
    });
    await queue.stop();
    queue.enqueue(lab);
    queue.interrupt(lab);
    expect(count).toBe(0);
  });
});
