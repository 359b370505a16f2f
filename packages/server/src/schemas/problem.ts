import { z } from 'zod';

export const problem = z
  .object({
    message: z.string(),
    remedy: z.string().optional().describe('What to do about it, as an imperative sentence.'),
    file: z.string().optional(),
    line: z.number().int().optional().describe('Counts from 1.'),
    column: z.number().int().optional(),
    path: z.string().optional().describe('Dotted, such as `elements.web.memory`.'),
  })
  .meta({ id: 'Problem' });

export const errorView = z
  .object({
    error: z.object({
      code: z.string().describe('What went wrong, for programs.'),
      message: z.string().describe('What went wrong, for people.'),
      remedy: z.string().optional(),
      problems: z.array(problem).optional().describe('Each single thing that is wrong.'),
      retryAfterSeconds: z.number().int().optional().describe('When to try again.'),
      present: z
        .object({ blueprint: z.string(), generation: z.number().int() })
        .optional()
        .describe('What somebody else has made of it meanwhile.'),
      opensAt: z.iso.datetime().optional().describe('When it can be opened.'),
      requestId: z.string().describe("Finds this call in the server's log."),
    }),
  })
  .meta({ id: 'ErrorView' });

export type ErrorView = z.output<typeof errorView>;
