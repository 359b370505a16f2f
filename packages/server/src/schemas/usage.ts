import { z } from 'zod';

export const elementUsage = z.object({
  name: z.string(),
  cpuCores: z.number().describe('Cores that were busy since the sample before.'),
  memoryBytes: z.number(),
  diskBytes: z.number(),
});

export const usageView = z
  .object({
    samples: z
      .array(z.object({ at: z.string(), elements: z.array(elementUsage) }))
      .describe('About every 3 seconds while somebody looks, at most 60, oldest first.'),
    limits: z.array(elementUsage).describe('What each element may use at most.'),
  })
  .meta({ id: 'Usage' });
