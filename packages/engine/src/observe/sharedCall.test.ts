import { describe, expect, test } from 'vitest';
import { sharedCall } from './sharedCall.ts';

describe('sharedCall', () => {
  test('callers that come during a reading share the next one', async () => {
    let count = 0;
    const read = sharedCall(async () => {
      const mine = ++count;
      await Promise.resolve();
      return mine;
    });
    const first = read();
    const others = [read(), read(), read()];
    expect(await first).toBe(1);
    expect(await Promise.all(others)).toEqual([2, 2, 2]);
    expect(await read()).toBe(3);
  });

  test('a reading that fails fails its own callers only', async () => {
    let count = 0;
    const read = sharedCall(async () => {
      await Promise.resolve();
      if (++count === 1) throw new Error('away');
      return count;
    });
    const first = read();
    const second = read();
    await expect(first).rejects.toThrow('away');
    expect(await second).toBe(2);
  });
});
