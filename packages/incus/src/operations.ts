import { setTimeout as delay } from 'node:timers/promises';

import { IncusError, isIncusError, readIncusError, saysOperationAbsent } from './errors.ts';
import type { EventStream } from './eventStream.ts';
import { instanceOf, isFinished, type Operation } from './operation.ts';
import type { Call, Transport } from './transport.ts';

/** A started operation. `heard`: the events socket was open before it began, so its end comes there. */
export interface Started {
  readonly operation: Operation;
  readonly heard: boolean;
}

export interface Operations {
  start(call: Call): Promise<Started>;
  /** Throws what the operation failed with; `unavailable` when Incus forgot it or takes too long. */
  wait(started: Started): Promise<Operation>;
  /** `start` and `wait`. */
  run(call: Call): Promise<Operation>;
  /** Waits for the tasks under way on an instance, not for commands running in it. Says whether there were any. */
  waitForTasksOn(instance: string): Promise<boolean>;
  /** Repeats `attempt` while the instance is busy with something else. */
  whileBusy<T>(instance: string, attempt: () => Promise<T>): Promise<T>;
}

/** Long enough for an image that is downloaded first. */
const operationTimeoutMs = 1_800_000;
/** Shorter than the 5 s for which Incus remembers what ended, so that an event lost on the way costs only this. */
const trustEventsForMs = 3_000;
const busyTimeoutMs = 300_000;

export function createOperations(
  transport: Pick<Transport, 'call'>,
  events: Pick<EventStream, 'connect' | 'isOpen' | 'waitFor'>,
): Operations {
  async function start(call: Call): Promise<Started> {
    events.connect();
    const heard = events.isOpen;
    const answer = await transport.call(call);
    return { operation: answer.metadata as Operation, heard };
  }

  async function wait({ operation, heard }: Started): Promise<Operation> {
    const finished = heard ? await events.waitFor(operation.id, trustEventsForMs) : undefined;
    const ended =
      finished ??
      (await waitByRequest(transport, operation).catch(explainForgotten(operation.description)));
    if (ended.status_code !== 200) throw readIncusError(ended.err);
    return ended;
  }

  async function waitForTasksOn(instance: string): Promise<boolean> {
    const { metadata } = await transport.call({
      method: 'GET',
      path: '/operations',
      query: { recursion: '1' },
    });
    const tasks = Object.values((metadata ?? {}) as Record<string, Operation[]>)
      .flat()
      .filter((operation) => operation.class === 'task' && !isFinished(operation))
      .filter(({ resources }) => resources?.instances?.some((url) => instanceOf(url) === instance));
    for (const task of tasks) {
      // How a task of somebody else ends is their business; that Incus is away is ours.
      await waitByRequest(transport, task).catch((error: unknown) => {
        if (isIncusError(error, 'unavailable')) throw error;
      });
    }
    return tasks.length > 0;
  }

  return {
    start,
    wait,
    run: async (call) => wait(await start(call)),
    waitForTasksOn,
    async whileBusy(instance, attempt) {
      const deadline = Date.now() + busyTimeoutMs;
      for (let delayMs = 20; ; delayMs = Math.min(delayMs * 2, 1_000)) {
        try {
          return await attempt();
        } catch (error) {
          if (!isIncusError(error, 'busy') || Date.now() > deadline) throw error;
        }
        await waitForTasksOn(instance);
        // Incus also locks an instance without an operation, as when its init ends by itself.
        await delay(delayMs * (0.5 + Math.random()));
      }
    },
  };
}

async function waitByRequest(
  transport: Pick<Transport, 'call'>,
  { id }: Operation,
): Promise<Operation> {
  while (true) {
    const answer = await transport.call({
      method: 'GET',
      path: `/operations/${id}/wait`,
      timeoutMs: operationTimeoutMs,
    });
    const operation = answer.metadata as Operation;
    // A member of a cluster may answer for another one before the end.
    if (isFinished(operation)) return operation;
  }
}

function explainForgotten(description: string) {
  return (error: unknown): never => {
    if (!saysOperationAbsent(error)) throw error;
    throw new IncusError(
      'unavailable',
      `Incus no longer knows of "${description}"; it was probably restarted. Look at what is there and try again.`,
      { cause: error },
    );
  };
}
