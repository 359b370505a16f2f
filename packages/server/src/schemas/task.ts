import type { Task } from '@labcast/store';
import { z } from 'zod';

const moment = z.iso.datetime();

export const taskView = z
  .object({
    id: z.string(),
    kind: z.enum(['deploy', 'update', 'reset', 'restore', 'roll-back', 'promote', 'freeze']),
    state: z.enum(['waiting', 'keeping', 'applying', 'done', 'failed', 'cancelled']),
    error: z.string().optional(),
    checkpoint: z
      .number()
      .int()
      .optional()
      .describe('Of what was there before: its number, as 14 of c14.'),
    createdAt: moment,
    startedAt: moment.optional(),
    endedAt: moment.optional(),
  })
  .meta({ id: 'Task' });

export type TaskView = z.output<typeof taskView>;

/** `checkpoint` is the number of the one with the task's `checkpointId`. */
export function toTaskView(task: Task, checkpoint?: number): TaskView {
  const { id, kind, state, error, createdAt, startedAt, endedAt } = task;
  return {
    id,
    kind,
    state,
    ...(error !== undefined && { error }),
    ...(checkpoint !== undefined && { checkpoint }),
    createdAt: createdAt.toISOString(),
    ...(startedAt && { startedAt: startedAt.toISOString() }),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
  };
}
