import { mostStudents } from '@labcast/domain';
import { z } from 'zod';
import { problem } from './problem.ts';

const size = z.string().describe('As in lab.yaml: `2GiB`.');
const sizes = {
  cpu: z.union([z.number(), z.string()]).optional().describe('Cores.'),
  memory: size.optional(),
  storage: size.optional(),
};
const machine = z.union([z.boolean(), z.strictObject(sizes)]);

/** Counts are judged by the domain, which says what is possible. */
export const plainNeeds = z
  .strictObject({
    students: z.number().describe(`1 to ${mostStudents}.`),
    container: z.strictObject({ count: z.number(), ...sizes }).optional(),
    desktop: machine.optional(),
    vm: machine.optional(),
    webserver: z.boolean().optional(),
    cluster: z.strictObject({ nodes: z.number(), ...sizes }).optional(),
    internet: z.boolean().default(true),
    ...sizes,
  })
  .meta({
    id: 'PlainNeeds',
    description: 'What each student is to have; sizes that are left out are what is usual.',
  });

const amounts = {
  cpu: z.number(),
  memoryBytes: z.number().describe('At most.'),
  storageBytes: z.number().describe('At most.'),
  idleMemoryBytes: z.number().describe('At least, when nobody does anything.'),
};

export const needsView = z.object({
  ...amounts,
  instances: z.array(z.object({ name: z.string(), ...amounts })),
});

export const wayOut = z.object({
  kind: z.enum(['fewer-students', 'smaller', 'stop-labs', 'free-storage']),
  message: z.string(),
  students: z.number().int().optional(),
  element: z.string().optional(),
  field: z.enum(['memory', 'storage']).optional(),
  size: z.string().optional(),
  labs: z.array(z.string()).optional(),
});

export const needsPlan = z
  .object({
    blueprint: z.string().describe("One student's copy, as a lab.yaml."),
    title: z.string().describe('What each student gets, in one line.'),
    notes: z.array(z.string()).describe('What was chosen otherwise than it was wished.'),
    needs: needsView,
    class: z
      .object({
        copies: z.number().int(),
        instances: z.number().int(),
        ...amounts,
        writtenBytes: z.number().describe('On disk until all are ready; the rest is shared.'),
        addresses: z.number().int(),
        seconds: z.number().describe('Until all are ready, begun at once.'),
      })
      .optional()
      .describe("Of all students' copies and the dev environment; absent as the host is."),
    host: z
      .object({
        cpus: z.number(),
        memoryTotalBytes: z.number(),
        memoryAvailableBytes: z.number(),
        poolTotalBytes: z.number(),
        poolUsedBytes: z.number(),
        addresses: z.number().int().describe('For all labs.'),
        addressesUsed: z.number().int(),
        promised: z.object({ memoryBytes: z.number(), storageBytes: z.number() }),
        overcommit: z.object({ memory: z.number(), storage: z.number() }),
      })
      .optional()
      .describe('As last seen; absent before the first look.'),
    fits: z.boolean(),
    most: z.number().int().describe('For how many of the students it is enough now.'),
    problems: z.array(problem).describe('Why it does not fit.'),
    waysOut: z.array(wayOut).describe('What can be done about it.'),
    basis: z.string().describe('What minutes and disk rest on.'),
  })
  .meta({ id: 'NeedsPlan' });
