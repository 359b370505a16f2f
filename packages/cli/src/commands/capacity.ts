import type { Capacity } from '@labcast/api-client';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { formatAge, formatSize } from '../output/format.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

export function capacityCommand(context: Context): Command {
  return define({
    name: 'capacity',
    summary: 'what this server has, uses and has promised',
    description:
      'Shows memory and disk of the lab host: what there is, what is free, what was promised to the labs, and how much more ' +
      'may be promised.',
    examples: [['labcast capacity', 'as last seen']],
  }).action(async () => {
    const found = await (await context.connect()).capacity();
    if (context.json) printJson(found);
    else print(renderCapacity(found, new Date()));
  });
}

/** Promised may be more than there is: labs seldom use all that they may. */
export function renderCapacity(capacity: Capacity, now: Date): string {
  const { host, overcommit, promised, environments, observedAt } = capacity;
  if (!host) return 'The lab host was not seen yet. Ask again in some seconds.';
  const row = (name: string, sizes: Record<'total' | 'free' | 'promised' | 'limit', number>) => [
    name,
    formatSize(sizes.total),
    formatSize(sizes.free),
    formatSize(sizes.promised),
    formatSize(Math.max(0, sizes.limit - sizes.promised)),
  ];
  const table = formatTable(
    ['', 'TOTAL', 'FREE', 'PROMISED', 'STILL TO PROMISE'],
    [
      row('memory', {
        total: host.memoryTotalBytes,
        free: host.memoryAvailableBytes,
        promised: promised.memoryBytes,
        limit: host.memoryTotalBytes * overcommit.memory,
      }),
      row('storage', {
        total: host.poolTotalBytes,
        free: host.poolTotalBytes - host.poolUsedBytes,
        promised: promised.storageBytes,
        limit: host.poolTotalBytes * overcommit.storage,
      }),
    ],
  );
  const seen = observedAt === undefined ? '' : `, seen ${formatAge(observedAt, now)}`;
  return `${table}\n${String(environments)} environments on ${String(host.cpus)} CPU cores${seen}`;
}
