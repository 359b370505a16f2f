import type { Change } from '@labcast/api-client';
import { diffBlueprints } from '@labcast/domain';
import type { Blueprint } from '@labcast/domain';
import type { Command } from 'commander';
import { checkBlueprint } from '../apply/checkBlueprint.ts';
import { nameFromFile } from '../apply/nameFromFile.ts';
import { renderPlan } from '../apply/renderPlan.ts';
import { hasAssignment } from '../connection/hasAssignment.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import { print, printJson } from '../output/print.ts';
import { readLab } from '../readLab.ts';

export function planCommand(context: Context): Command {
  return define({
    name: 'plan',
    summary: 'what labcast apply would change',
    description:
      'Shows what applying a lab.yaml would create, change, make anew and delete, and what data would go. Changes nothing.',
    examples: [
      ['labcast plan -f lab.yaml', 'for the assignment called as its folder'],
      ['labcast plan -f lab.yaml --name firewall-4f2c', 'for this one'],
    ],
  })
    .requiredOption('-f, --file <file>', 'the lab.yaml, or - for standard input')
    .option('--name <name>', 'assignment, or assignment/environment')
    .action(async (options: { file: string; name?: string }) => {
      context.blueprintFile = options.file === '-' ? 'standard input' : options.file;
      const text = await readLab(options.file);
      const blueprint = checkBlueprint(text);
      const name = parseEnvironmentName(options.name ?? nameFromFile(options.file));
      const client = await context.connect();
      const plan = (await hasAssignment(client, name.assignment))
        ? await client.plan(name.assignment, name.environment, text)
        : { changes: creations(blueprint) };
      if (context.json) printJson(plan);
      else print(renderPlan(plan.changes));
    });
}

/** Of a lab that is not there yet: all of it. */
function creations(blueprint: Blueprint): Change[] {
  return diffBlueprints({ ...blueprint, elements: {}, checks: [] }, blueprint);
}
