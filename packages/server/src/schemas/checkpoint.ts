import type { Checkpoint } from '@labcast/store';
import { z } from 'zod';
import { elementUsage } from './usage.ts';

const moment = z.iso.datetime();

export const checkpointView = z
  .object({
    number: z.number().int().describe('14 of c14.'),
    source: z.string().describe('The environment that it was taken of.'),
    reason: z.string().describe('`asked`, or what it was taken before, such as `before-restore`.'),
    note: z.string(),
    createdBy: z.string(),
    createdAt: moment,
    takenAt: moment.optional().describe('The moment that it holds.'),
    pauseMs: z.number().optional().describe('How long the machines stood still.'),
    state: z.enum(['requested', 'kept', 'failed', 'deleting']),
    error: z.string().optional(),
    usage: z.array(elementUsage).describe('What each element used when it was taken.'),
    releases: z.array(z.number().int()).describe('Made of it.'),
    neededBy: z.array(z.string()).describe('What keeps it from being deleted, as `release r2`.'),
  })
  .meta({ id: 'Checkpoint' });

export type CheckpointView = z.output<typeof checkpointView>;

export const checkpointDetail = checkpointView
  .extend({ blueprint: z.string().describe('lab.yaml as it was then.') })
  .meta({ id: 'CheckpointDetail' });

export function toCheckpointView(
  checkpoint: Checkpoint,
  { releases, neededBy }: { releases: readonly number[]; neededBy: readonly string[] },
): CheckpointView {
  const { number, sourceName, reason, note, createdBy, createdAt, takenAt, pauseMs } = checkpoint;
  return {
    number,
    source: sourceName,
    reason,
    note,
    createdBy,
    createdAt: createdAt.toISOString(),
    ...(takenAt && { takenAt: takenAt.toISOString() }),
    ...(pauseMs !== undefined && { pauseMs }),
    state: checkpoint.isGoing && checkpoint.state !== 'failed' ? 'deleting' : checkpoint.state,
    ...(checkpoint.error !== undefined && { error: checkpoint.error }),
    usage: [...checkpoint.usage],
    releases: [...releases],
    neededBy: [...neededBy],
  };
}

export const comparison = z
  .object({
    from: z.string(),
    to: z.string(),
    changes: z
      .array(
        z.object({
          action: z.enum(['create', 'change', 'restart', 'replace', 'remove']),
          element: z.string(),
          destroysData: z.boolean(),
          message: z.string(),
        }),
      )
      .describe('Of the lab.yaml.'),
    elements: z.array(
      z.object({
        name: z.string(),
        state: z.enum(['same', 'changed', 'added', 'removed']),
        files: z
          .array(
            z.object({
              path: z.string(),
              change: z.enum(['added', 'changed', 'removed']),
              sizeBytes: z.number().optional(),
            }),
          )
          .describe('The first ones.'),
        total: z.number().int().describe('Of all files that are other than they were.'),
        folders: z
          .array(z.object({ path: z.string(), count: z.number().int() }))
          .describe('Where most of them are.'),
      }),
    ),
    filesError: z.string().optional().describe('Why the disks could not be compared.'),
  })
  .meta({ id: 'Comparison' });
