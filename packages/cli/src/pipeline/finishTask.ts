import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient, Task } from '@labcast/api-client';
import { CommandError } from '../commandError.ts';
import type { Context } from '../context.ts';
import { print, printJson } from '../output/print.ts';

const pollMs = 300;

/** Waits for the end of a task unless told otherwise, and says what came of it. Throws `step-failed`. */
export async function finishTask(
  context: Context,
  client: ApiClient,
  asked: {
    readonly task: Task;
    readonly assignment: string;
    readonly environment: string;
    readonly wait: boolean;
    readonly done: string;
  },
): Promise<void> {
  const { assignment, environment, wait, done } = asked;
  let { task } = asked;
  while (wait && task.endedAt === undefined) {
    await sleep(pollMs);
    const { tasks } = await client.tasks(assignment, environment);
    task = tasks.find(({ id }) => id === task.id) ?? task;
  }
  if (context.json) printJson(task);
  if (task.state === 'failed' || task.state === 'cancelled')
    throw new CommandError('step-failed', task.error ?? `It was ${task.state}.`);
  if (context.json) return;
  const kept =
    task.checkpoint === undefined
      ? ''
      : ` What was there is checkpoint c${String(task.checkpoint)}.`;
  print(`${task.state === 'done' ? done : 'It is asked for.'}${kept}`);
}
