import { z } from 'zod';
import { changeView } from './change.ts';
import { environmentView } from './environment.ts';
import { releaseView } from './release.ts';
import { runView } from './run.ts';

export const pipelineView = z
  .object({
    dev: z
      .object({
        environment: environmentView,
        changesSince: z
          .object({ checkpoint: z.number().int(), changes: z.array(changeView) })
          .optional()
          .describe('Of the lab.yaml, since its last checkpoint.'),
      })
      .optional(),
    prod: z
      .object({
        environment: environmentView,
        release: z.number().int().optional(),
        since: z.iso.datetime().optional(),
      })
      .optional(),
    wouldChange: z.array(changeView).describe('In prod, if dev were promoted now.'),
    runs: z.array(runView).describe('Newest first, at most 30.'),
    releases: z.array(releaseView).describe('Newest first.'),
    mayPromote: z.object({ allowed: z.boolean(), reason: z.string().optional() }),
  })
  .meta({ id: 'Pipeline' });
