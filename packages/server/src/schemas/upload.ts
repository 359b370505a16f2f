import type { Upload } from '@labcast/store';
import { z } from 'zod';

const GiB = 1024 ** 3;

export const newUpload = z
  .object({
    name: z
      .string()
      .regex(
        /^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/,
        'A name has up to 30 lowercase letters, digits and dashes, starts with a letter and ends with a letter or digit.',
      )
      .describe('`upload/` and this is the image in lab.yaml.'),
    sizeBytes: z
      .int()
      .min(512, 'No disk is smaller than 512 bytes.')
      .max(2048 * GiB),
    sha256: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/, 'The SHA-256 of the file is 64 hexadecimal digits.')
      .transform((digits) => digits.toLowerCase()),
    format: z
      .enum(['qcow2', 'raw', 'iso'])
      .optional()
      .describe('Need not be said: what it is shows in its content.'),
  })
  .meta({ id: 'NewUpload' });

export const uploadView = z
  .object({
    id: z.string(),
    name: z.string(),
    image: z.string().describe('What lab.yaml calls it.'),
    owner: z.string(),
    sizeBytes: z.number(),
    receivedBytes: z.number().describe('Where to go on.'),
    state: z.enum(['receiving', 'checking', 'ready', 'failed', 'removing']),
    error: z.string().optional().describe('Why it failed, for people.'),
    format: z.string().optional(),
    diskBytes: z.number().optional().describe('Size of the disk as a guest sees it.'),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Upload' });

export function toUploadView(upload: Upload): z.output<typeof uploadView> {
  const { id, name, ownerName, sizeBytes, receivedBytes, state, error, format, diskBytes } = upload;
  return {
    id,
    name,
    image: `upload/${name}`,
    owner: ownerName,
    sizeBytes,
    receivedBytes,
    state,
    ...(error !== undefined && { error }),
    ...(format !== undefined && { format }),
    ...(diskBytes !== undefined && { diskBytes }),
    createdAt: upload.createdAt.toISOString(),
    updatedAt: upload.updatedAt.toISOString(),
  };
}
