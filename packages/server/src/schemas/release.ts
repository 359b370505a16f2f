import { z } from 'zod';
import { changeView } from './change.ts';

export const releaseView = z
  .object({
    number: z.number().int().describe('4 of r4.'),
    checkpoint: z.number().int(),
    run: z.number().int(),
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    note: z.string(),
    sizeBytes: z.number().optional().describe('Of its disks when it was taken.'),
    students: z.number().int().describe("How many students' environments have it."),
    changes: z.array(changeView).describe('Of the lab.yaml, since the release before.'),
  })
  .meta({ id: 'Release' });

export type ReleaseView = z.output<typeof releaseView>;
