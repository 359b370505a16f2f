import { expect, test } from 'vitest';

import { readIncusError } from './errors.ts';
import type { Operations } from './operations.ts';
import { removeInstance } from './removeInstance.ts';

const absent = readIncusError(
  'Failed to fetch instance "a" in project "p": Instance not found',
  404,
);
const stillRunning = readIncusError('Instance is running', 400);
const unknown = readIncusError('Failed to unmount: device busy', 500);

/** Deletes end like `deletes` in turn, then well; `tasks` says how often a create is still found under way. */
function scripted(deletes: Error[], tasks = 0) {
  const done: string[] = [];
  const operations: Pick<Operations, 'run' | 'waitForTasksOn' | 'whileBusy'> = {
    run: ({ method }) => {
      done.push(method);
      const error = method === 'DELETE' ? deletes.shift() : undefined;
      return error === undefined ? Promise.resolve({} as never) : Promise.reject(error);
    },
    waitForTasksOn: () => {
      tasks -= 1;
      return Promise.resolve(tasks >= 0);
    },
    whileBusy: (_instance, attempt) => attempt(),
  };
  return { operations, done };
}

test('an absent instance is gone only when nobody is making it', async () => {
  const nobody = scripted([absent]);
  await removeInstance(nobody.operations, 'a');
  expect(nobody.done).toEqual(['DELETE']);
  const somebody = scripted([absent], 1);
  await removeInstance(somebody.operations, 'a');
  expect(somebody.done).toEqual(['DELETE', 'DELETE']);
});

test('one that runs, and one that starts again meanwhile, is stopped and deleted', async () => {
  const { operations, done } = scripted([stillRunning, stillRunning]);
  await removeInstance(operations, 'a');
  expect(done).toEqual(['DELETE', 'PUT', 'DELETE', 'PUT', 'DELETE']);
});

test('a failure of unknown cause is tried again, and thrown when it stays', async () => {
  const passing = scripted([unknown, unknown]);
  await removeInstance(passing.operations, 'a', [0, 0]);
  expect(passing.done).toHaveLength(3);
  const staying = scripted(Array.from({ length: 9 }, () => unknown));
  await expect(removeInstance(staying.operations, 'a', [0, 0])).rejects.toThrow('device busy');
});
