import { expect, test } from 'vitest';

import { readIncusError } from './errors.ts';
import type { Operation } from './operation.ts';
import { createOperations } from './operations.ts';
import type { Call } from './transport.ts';

const running: Operation = {
  id: '1',
  class: 'task',
  description: 'Creating instance',
  status: 'Running',
  status_code: 103,
  resources: { instances: ['/1.0/instances/a?project=p'] },
  metadata: null,
  err: '',
};
const succeeded: Operation = { ...running, status: 'Success', status_code: 200 };
const failed: Operation = {
  ...running,
  status: 'Failure',
  status_code: 400,
  err: 'no space left on device',
};
const create: Call = { method: 'POST', path: '/instances', body: {} };

/** Incus that answers calls in this order, with an events socket that hears `heard`, or is closed. */
function scripted(answers: (Operation | Error | Record<string, Operation[]>)[], heard?: Operation) {
  const asked: string[] = [];
  const operations = createOperations(
    {
      call: ({ path }) => {
        asked.push(path);
        const metadata = answers.shift();
        if (metadata instanceof Error) return Promise.reject(metadata);
        return Promise.resolve({ metadata, etag: undefined });
      },
    },
    {
      connect: () => undefined,
      isOpen: heard !== undefined,
      waitFor: () => Promise.resolve(heard?.status === 'Running' ? undefined : heard),
    },
  );
  return { operations, asked };
}

test('an end heard on the events socket needs no further request', async () => {
  const { operations, asked } = scripted([running], succeeded);
  expect(await operations.run(create)).toEqual(succeeded);
  expect(asked).toEqual(['/instances']);
});

test('an end that may have been missed is asked for, until it is one', async () => {
  const closed = scripted([running, running, succeeded]);
  expect(await closed.operations.run(create)).toEqual(succeeded);
  expect(closed.asked).toEqual(['/instances', '/operations/1/wait', '/operations/1/wait']);
  const silent = scripted([running, succeeded], running);
  expect(await silent.operations.run(create)).toEqual(succeeded);
  expect(silent.asked).toEqual(['/instances', '/operations/1/wait']);
});

test('a failure heard throws the same kind as one asked for', async () => {
  const heard = scripted([running], failed).operations.run(create);
  await expect(heard).rejects.toMatchObject({ kind: 'storage-full' });
  const asked = scripted([running, readIncusError(failed.err, 500)]).operations.run(create);
  await expect(asked).rejects.toMatchObject({ kind: 'storage-full' });
});

test('an operation that a restarted Incus forgot is unavailable, not absent', async () => {
  const forgotten = scripted([running, readIncusError('Operation not found', 404)]);
  const running1 = forgotten.operations.run(create);
  await expect(running1).rejects.toMatchObject({ kind: 'unavailable' });
});

test('a busy instance is tried again after the tasks on it, and only those, were waited for', async () => {
  const busy = readIncusError('Instance is busy running a "create" operation', 500);
  const other = { ...running, id: '2', resources: { instances: ['/1.0/instances/b'] } };
  const command = { ...running, id: '3', class: 'websocket' as const };
  const { operations, asked } = scripted([{ running: [running, other, command] }, succeeded]);
  const attempts = [busy];
  const result = await operations.whileBusy('a', () => {
    const error = attempts.shift();
    return error === undefined ? Promise.resolve('done') : Promise.reject(error);
  });
  expect(result).toBe('done');
  expect(asked).toEqual(['/operations', '/operations/1/wait']);
});
