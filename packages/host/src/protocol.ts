import { z } from 'zod';

/** What travels over the helper's socket: JSON in both directions, errors as `errorAnswer`. */
export const networksAnswer = z.object({
  uplinkBridge: z.string(),
  uplinkSubnet: z.string(),
  nameServers: z.array(z.string()),
  bridges: z.array(z.string()),
  egress: z.array(z.string()),
});

export const statusAnswer = networksAnswer.extend({
  firewallInPlace: z.boolean(),
  kernelSettings: z.record(z.string(), z.object({ now: z.string(), before: z.string() })),
  memoryAvailableBytes: z.number(),
  memoryTotalBytes: z.number(),
});

export const usageAnswer = z.object({
  instances: z.array(
    z.object({
      name: z.string(),
      cpuSeconds: z.number(),
      memoryBytes: z.number(),
      memoryKills: z.number(),
    }),
  ),
  disks: z.array(z.object({ name: z.string(), usedBytes: z.number(), limitBytes: z.number() })),
});

export const comparisonRequest = z.strictObject({ before: z.string(), after: z.string() });

export const comparisonAnswer = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      change: z.enum(['added', 'changed', 'removed']),
      sizeBytes: z.number().exactOptional(),
    }),
  ),
  total: z.number(),
});

export const egressRequest = z.strictObject({ allowed: z.boolean() });

export const limitRequest = z.strictObject({ bytes: z.int().positive() });

const names = z.array(z.string()).max(1_000);
export const freezeRequest = z.strictObject({ names, seconds: z.number().positive() });
export const thawRequest = z.strictObject({ names });

export const errorAnswer = z.object({
  kind: z.enum(['rejected', 'refused', 'failed']),
  message: z.string(),
});

/** Carries the caller's correlation id, so that both logs tell one story. */
export const requestIdHeader = 'x-request-id';
