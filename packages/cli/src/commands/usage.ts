import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient, Usage } from '@labcast/api-client';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import type { EnvironmentName } from '../environmentName.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import { formatSize } from '../output/format.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

/** Asking makes the server measure, which takes it two samples. */
const patienceMs = 8_000;
const pollMs = 500;

export function usageCommand(context: Context): Command {
  return define({
    name: 'usage',
    summary: 'what the elements of an environment use',
    description:
      'Shows CPU, memory and disk of each element, now and at most. With --json all samples of the last minutes.',
    examples: [['labcast usage webserver', 'measured while you look']],
  })
    .argument('<environment>', 'assignment, or assignment/environment')
    .action(async (text: string) => {
      const name = parseEnvironmentName(text);
      const found = await measure(await context.connect(), name);
      if (context.json) printJson(found);
      else print(renderUsage(found));
    });
}

async function measure(client: ApiClient, name: EnvironmentName): Promise<Usage> {
  const begin = Date.now();
  const first = await client.usage(name.assignment, name.environment);
  const before = first.samples.at(-1)?.at;
  for (;;) {
    const found = await client.usage(name.assignment, name.environment);
    const isFresh = found.samples.at(-1)?.at !== before;
    if (isFresh || Date.now() - begin > patienceMs) return found;
    await sleep(pollMs);
  }
}

export function renderUsage({ samples, limits }: Usage): string {
  const last = samples.at(-1);
  if (!last) return 'Nothing was measured yet. Ask again in some seconds.';
  const rows = last.elements.map(({ name, cpuCores, memoryBytes, diskBytes }) => {
    const limit = limits.find((one) => one.name === name);
    const of = (used: string, most: string | undefined) =>
      most === undefined ? used : `${used} of ${most}`;
    return [
      name,
      of(cpuCores.toFixed(2), limit && String(limit.cpuCores)),
      of(formatSize(memoryBytes), limit && formatSize(limit.memoryBytes)),
      of(formatSize(diskBytes), limit && formatSize(limit.diskBytes)),
    ];
  });
  return formatTable(['ELEMENT', 'CPU', 'MEMORY', 'DISK'], rows);
}
