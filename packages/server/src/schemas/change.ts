import { z } from 'zod';

export const changeView = z
  .object({
    action: z.enum(['create', 'change', 'restart', 'replace', 'remove']),
    element: z.string(),
    destroysData: z.boolean(),
    message: z.string(),
  })
  .meta({ id: 'Change' });
