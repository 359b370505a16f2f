import { readFile } from 'node:fs/promises';
import type { RolloutPlanView, RolloutRequest } from '@labcast/api-client';
import type { Command } from 'commander';
import { wrongUse } from '../commandError.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseAssignmentName, parseEnvironmentName } from '../environmentName.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';
import { followRollout } from '../waiting/followRollout.ts';
import { parseRelease } from './deploy.ts';

interface Options {
  readonly release?: string;
  readonly section?: string;
  readonly plan?: boolean;
  readonly whenSuits?: boolean;
  readonly keep?: boolean;
  readonly replace?: boolean;
  readonly script?: string;
  readonly wait: boolean;
}

export function updateCommand(context: Context): Command {
  return define({
    name: 'update',
    summary: 'bring students to a later release, without losing their work',
    description:
      'Brings the copies of the students to a later release. What the release does not change stays; what it changes and ' +
      'nobody touched is replaced; what a student touched stays, unless --replace is given. A checkpoint of each copy is ' +
      'taken first. Virtual machines and clusters that ever ran count as touched. With --when-suits nothing happens until a ' +
      'student presses "Update now" in the lab; the command does not wait for that.',
    examples: [
      ['labcast update firewall-4f2c --plan', 'what would become of whom; changes nothing'],
      ['labcast update firewall-4f2c', 'to the newest release'],
      ['labcast update firewall-4f2c --replace', 'also what students have touched'],
      ['labcast update firewall-4f2c --when-suits', 'offered to each student'],
    ],
  })
    .argument('<assignment>', 'whose students')
    .option('--release <release>', 'such as r3 (default: the newest)')
    .option('--section <name>', 'only those of a section')
    .option('--plan', 'show what would happen, and change nothing')
    .option('--keep', 'what students have touched stays (default)')
    .option('--replace', 'what students have touched is replaced, after a checkpoint')
    .option('--script <file>', 'run this shell script in what students have touched')
    .option('--when-suits', 'offer it: each student updates when it suits them')
    .option('--wait', 'wait until it is done, as usual', true)
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (text: string, options: Options) => {
      const choice = readChoice(options);
      const assignment = parseAssignmentName(text);
      const request: RolloutRequest = {
        kind: 'update',
        when: options.whenSuits ? 'at-first-open' : 'now',
        canary: true,
        choices: { default: choice },
        ...(options.script !== undefined && { script: await readFile(options.script, 'utf8') }),
        ...(options.section !== undefined && { section: options.section }),
        ...parseRelease(options.release),
      };
      const client = await context.connect();
      if (options.plan) {
        const plan = await client.planRollout(assignment, request);
        if (context.json) printJson(plan);
        else print(renderRolloutPlan(plan));
        return;
      }
      const rollout = await client.startRollout(assignment, request);
      // An offer ends when the last student takes it, which may be never.
      const wait = options.wait && !options.whenSuits;
      await followRollout(context, client, { assignment, rollout, wait });
    });
}

/** Throws wrong use when more than one is given. */
function readChoice({ keep, replace, script }: Options): 'keep' | 'replace' | 'script' {
  const given = [keep, replace, script !== undefined].filter(Boolean).length;
  if (given > 1) throw wrongUse('It is either --keep, --replace or --script.', 'Give one of them.');
  if (script !== undefined) return 'script';
  return replace ? 'replace' : 'keep';
}

export function rollBackCommand(context: Context): Command {
  return define({
    name: 'roll-back',
    summary: 'undo the last update of one student, or of all',
    description:
      'Brings the copy of one student, or of all of them, back to the checkpoint that was taken before its last update, ' +
      'after another checkpoint of what it is now.',
    examples: [
      ['labcast roll-back firewall-4f2c/07', 'what 07 had before the update'],
      ['labcast roll-back firewall-4f2c', 'everybody'],
    ],
  })
    .argument('<environment>', 'assignment/student, or the assignment for all of them')
    .option('--release <release>', 'what it had then (default: the one before the newest)')
    .option('--wait', 'wait until it is done, as usual', true)
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (text: string, options: { release?: string; wait: boolean }) => {
      const { assignment, environment } = parseEnvironmentName(text);
      const client = await context.connect();
      const rollout = await client.startRollout(assignment, {
        kind: 'roll-back',
        when: 'now',
        ...(text.includes('/') && { environments: [environment] }),
        canary: false,
        ...parseRelease(options.release),
      });
      await followRollout(context, client, { assignment, rollout, wait: options.wait });
    });
}

export function renderRolloutPlan({ targets, release }: RolloutPlanView): string {
  const rows = targets.map(({ environment, outcome, elements }) => [
    environment,
    outcome,
    elements.map((one) => `${one.name} ${one.outcome}`).join(', '),
  ]);
  return `To r${String(release)}:\n${formatTable(['STUDENT', 'OUTCOME', 'ELEMENTS'], rows)}`;
}
