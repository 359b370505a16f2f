import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient, Sweep } from '@labcast/api-client';
import type { Command } from 'commander';
import { CommandError } from '../commandError.ts';
import { canAsk, confirm } from '../confirm.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { exitCodes } from '../exitCodes.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';

export function sweepCommand(context: Context): Command {
  return define({
    name: 'sweep',
    summary: 'find and remove what no lab accounts for',
    description:
      'Looks for instances and networks of Labcast that belong to no environment, shows them, and removes them after a ' +
      'confirmation, or with --yes. Where something was found and nobody could be asked, the exit code is 4.',
    examples: [
      ['labcast sweep', 'look, then ask'],
      ['labcast sweep --yes', 'look and remove'],
    ],
  })
    .option('-y, --yes', 'do not ask')
    .action((options: { yes?: boolean }) => runSweep(context, options.yes ?? false));
}

async function runSweep(context: Context, yes: boolean): Promise<void> {
  const client = await context.connect();
  const preview = await carryOut(client, false);
  const isClean = preview.orphans.length === 0;
  if (!context.json) print(isClean ? 'Nothing is left over.' : renderOrphans(preview));
  if (isClean || (context.json && !yes)) {
    if (context.json) printJson(preview);
    if (!isClean) process.exitCode = exitCodes.refused;
    return;
  }
  if (!yes) await agree(context);
  const done = await carryOut(client, true);
  if (context.json) printJson(done);
  else print(`${String(done.orphans.length)} removed.`);
}

async function agree(context: Context): Promise<void> {
  if (!canAsk(context.json)) {
    throw new CommandError('confirmation-needed', 'Nothing was removed.', {
      remedy: 'Remove them: labcast sweep --yes',
    });
  }
  if (await confirm('Remove all of this?')) return;
  throw new CommandError('confirmation-needed', 'Nothing was removed.');
}

const pollMs = 300;

/** Throws `step-failed` with the sweep's own reason. */
async function carryOut(client: ApiClient, remove: boolean): Promise<Sweep> {
  let sweep = await client.requestSweep(remove);
  while (sweep.finishedAt === undefined) {
    await sleep(pollMs);
    sweep = await client.sweep(sweep.id);
  }
  if (sweep.error !== undefined) {
    throw new CommandError('step-failed', sweep.error, { remedy: 'Try again: labcast sweep' });
  }
  return sweep;
}

function renderOrphans(sweep: Sweep): string {
  const rows = sweep.orphans.map(({ kind, name, reason }) => [kind, name, reason]);
  return formatTable(['KIND', 'NAME', 'WHY IT IS LEFT OVER'], rows);
}
