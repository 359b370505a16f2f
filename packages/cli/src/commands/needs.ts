import type { NeedsPlan } from '@labcast/api-client';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { exitCodes } from '../exitCodes.ts';
import type { NeedsOptions } from '../needsOptions.ts';
import { addNeedsOptions, readNeeds } from '../needsOptions.ts';
import { formatDuration, formatSize } from '../output/format.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

export function needsCommand(context: Context): Command {
  const command = define({
    name: 'needs',
    summary: 'what a class needs, and whether it fits',
    description:
      'Turns needs in plain words into a lab.yaml, and says what the whole class will take on the lab host. Nothing is made. ' +
      'When it does not fit, the ways out are told and the exit code is 4.',
    examples: [
      ['labcast needs --students 30 --desktop', 'a desktop for each of 30 students'],
      ['labcast needs --students 30 --webserver --nodes 3 --memory 2GiB', 'three nodes each'],
      ['labcast needs --machines 2 --blueprint >lab.yaml', 'the lab.yaml alone'],
    ],
  });
  return addNeedsOptions(command)
    .option('--blueprint', 'print the lab.yaml alone')
    .action(async (options: NeedsOptions & { blueprint?: boolean }) => {
      const plan = await (await context.connect()).planNeeds(readNeeds(options));
      if (!plan.fits && !options.blueprint) process.exitCode = exitCodes.refused;
      if (context.json) printJson(plan);
      else print(options.blueprint ? plan.blueprint.trimEnd() : renderNeeds(plan));
    });
}

function renderNeeds(plan: NeedsPlan): string {
  const { title, notes, needs, class: all, host, problems, waysOut } = plan;
  const memory = (one: { idleMemoryBytes: number; memoryBytes: number }): string =>
    `${formatSize(one.idleMemoryBytes)} to ${formatSize(one.memoryBytes)}`;
  const rows = [['one copy', memory(needs), formatSize(needs.storageBytes), '1', '']];
  if (all) {
    const name = `all ${String(all.copies)} copies`;
    const disk = `${formatSize(all.writtenBytes)} to ${formatSize(all.storageBytes)}`;
    rows.push([name, memory(all), disk, String(all.addresses), formatDuration(all.seconds * 1000)]);
  }
  if (host) {
    rows.push([
      'free now',
      formatSize(host.memoryAvailableBytes),
      formatSize(host.poolTotalBytes - host.poolUsedBytes),
      String(host.addresses - host.addressesUsed),
      '',
    ]);
  }
  return [
    `Each student gets: ${title}`,
    ...notes,
    '',
    formatTable(['', 'MEMORY', 'DISK', 'ADDRESSES', 'UNTIL READY'], rows),
    '',
    plan.fits ? 'It fits.' : 'It does not fit:',
    ...problems.map(({ message }) => `  ${message}`),
    ...waysOut.map(({ message }) => `- ${message}`),
    plan.basis,
  ].join('\n');
}
