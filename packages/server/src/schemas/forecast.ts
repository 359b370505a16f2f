import { uplinkAddresses, workBasis } from '@labcast/domain';
import type { ClassForecast, HostObservation } from '@labcast/domain';
import { z } from 'zod';
import { wayOut } from './needs.ts';
import { problem } from './problem.ts';

/** What a class will take on this host, and whether it fits beside what is there. */
export const forecastView = z
  .object({
    students: z.number().int().describe('Copies that would be made.'),
    needs: z.object({
      cpu: z.number(),
      memoryBytes: z.number().describe('At least, as measured.'),
      mostMemoryBytes: z.number().describe('At most.'),
      diskBytes: z.number().describe('Written until all are ready; the rest is shared.'),
      mostDiskBytes: z.number().describe('At most.'),
      addresses: z.number().int(),
      milliseconds: z.number().describe('Until all are ready.'),
    }),
    host: z
      .object({
        memoryFreeBytes: z.number(),
        memoryTotalBytes: z.number(),
        diskFreeBytes: z.number(),
        diskTotalBytes: z.number(),
        addressesFree: z.number().int(),
        addresses: z.number().int(),
      })
      .describe('As last seen.'),
    fits: z.boolean(),
    most: z.number().int().describe('For how many it is enough now.'),
    problems: z.array(problem),
    waysOut: z.array(wayOut).describe('What can be done about it, the least effort first.'),
    basis: z.string().describe('What the numbers rest on.'),
  })
  .meta({ id: 'Forecast' });

export type ForecastView = z.output<typeof forecastView>;

export function toForecastView(
  forecast: ClassForecast,
  about: { readonly students: number; readonly host: HostObservation; readonly labs: number },
): ForecastView {
  const { students, host, labs } = about;
  const { class: all } = forecast;
  const addresses = uplinkAddresses(host.uplinkSubnet);
  return {
    students,
    needs: {
      cpu: all.cpu,
      memoryBytes: all.idleMemoryBytes,
      mostMemoryBytes: all.memoryBytes,
      diskBytes: all.writtenBytes,
      mostDiskBytes: all.storageBytes,
      addresses: all.addresses,
      milliseconds: Math.round(all.seconds * 1000),
    },
    host: {
      memoryFreeBytes: host.memoryAvailableBytes,
      memoryTotalBytes: host.memoryTotalBytes,
      diskFreeBytes: host.poolTotalBytes - host.poolUsedBytes,
      diskTotalBytes: host.poolTotalBytes,
      addressesFree: Math.max(0, addresses - labs),
      addresses,
    },
    fits: forecast.fits,
    most: forecast.most,
    problems: forecast.problems.map((one) => ({ ...one })),
    waysOut: forecast.waysOut.map(({ labs: which, ...way }) => ({
      ...way,
      ...(which && { labs: [...which] }),
    })),
    basis: workBasis,
  };
}
