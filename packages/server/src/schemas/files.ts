import { z } from 'zod';

const fileEntryView = z
  .object({
    name: z.string(),
    kind: z.enum(['file', 'directory', 'other']).describe('Of a link: of what it leads to.'),
    sizeBytes: z.number().int(),
    modifiedAt: z.iso.datetime(),
    mode: z.string().describe('Octal digits.'),
    target: z.string().optional().describe('Of a symbolic link: where it leads.'),
  })
  .meta({ id: 'FileEntry' });

export const fileListView = z
  .object({
    path: z.string().describe('Absolute, without links.'),
    entries: z.array(fileEntryView),
    isComplete: z.boolean().describe('False when there are more than 5000.'),
  })
  .meta({ id: 'FileList' });
