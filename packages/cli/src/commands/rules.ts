import type { ClassPolicy, ClassPolicyRequest } from '@labcast/api-client';
import type { Command } from 'commander';
import { wrongUse } from '../commandError.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseAssignmentName } from '../environmentName.ts';
import { print, printJson } from '../output/print.ts';
import { parseCount } from '../pipeline/parseNumber.ts';

interface Options {
  readonly deadline?: string;
  readonly idle?: string;
  readonly examStart?: string;
  readonly examEnd?: string;
  readonly exam?: boolean;
}

export function rulesCommand(context: Context): Command {
  return define({
    name: 'rules',
    summary: 'the deadline, idle stop and exam of a class',
    description:
      'Shows the rules of a class by the clock, or changes those that are given; "none" takes one away. An exam has no ' +
      'internet and no clipboard out; students are let in from its start to its end.',
    examples: [
      ['labcast rules firewall-4f2c', 'as they are'],
      ['labcast rules firewall-4f2c --deadline 2026-12-04T23:59:00Z --idle 60', 'two of them'],
      [
        'labcast rules firewall-4f2c --exam-start 2026-12-01T09:00:00Z --exam-end 2026-12-01T10:30:00Z',
        'an exam',
      ],
      ['labcast rules firewall-4f2c --no-exam --deadline none', 'without them'],
    ],
  })
    .argument('<assignment>', 'whose students')
    .option('--deadline <time>', 'when all is frozen, such as 2026-12-04T23:59:00Z, or none')
    .option('--idle <minutes>', 'labs that nobody uses so long are stopped, or none')
    .option('--exam-start <time>', 'an exam that begins then')
    .option('--exam-end <time>', 'an exam that ends then, in which all is frozen')
    .option('--exam', 'an exam, also without a start or an end')
    .option('--no-exam', 'no exam any more')
    .action(async (text: string, options: Options) => {
      const assignment = parseAssignmentName(text);
      const client = await context.connect();
      const { policy } = await client.class(assignment);
      const change = readChange(options);
      const isChange = Object.keys(change).length > 0;
      const now = isChange
        ? await client.saveClassPolicy(assignment, { ...policy, ...change })
        : policy;
      if (context.json) printJson(now);
      else print(renderPolicy(now));
    });
}

/** Null takes a rule away. Throws wrong use. */
function readChange(options: Options): ClassPolicyRequest {
  const { deadline, idle } = options;
  return {
    ...(deadline !== undefined && { deadline: deadline === 'none' ? null : parseTime(deadline) }),
    ...(idle !== undefined && { idleMinutes: idle === 'none' ? null : parseCount(idle) }),
    ...readExam(options),
  };
}

function readExam({ exam, examStart, examEnd }: Options): Pick<ClassPolicyRequest, 'exam'> {
  const times = {
    ...(examStart !== undefined && { startsAt: parseTime(examStart) }),
    ...(examEnd !== undefined && { endsAt: parseTime(examEnd) }),
  };
  const hasTimes = Object.keys(times).length > 0;
  if (exam === false && hasTimes)
    throw wrongUse('--no-exam does not go with the times of one.', 'Leave out one of them.');
  if (exam === false) return { exam: null };
  return exam === true || hasTimes ? { exam: times } : {};
}

/** With its zone, so that nobody has to guess. Throws wrong use. */
function parseTime(text: string): string {
  const hasZone = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text);
  const time = new Date(text);
  if (hasZone && !Number.isNaN(time.getTime())) return time.toISOString();
  throw wrongUse(`${text} is no time.`, 'Write it with its zone, such as 2026-12-04T23:59:00Z.');
}

function renderPolicy({ deadline, idleMinutes, exam }: ClassPolicy): string {
  const lines = [
    ...(deadline === undefined ? [] : [`Deadline: ${deadline}`]),
    ...(idleMinutes === undefined
      ? []
      : [`Stopped when unused for ${String(idleMinutes)} minutes`]),
    ...(exam
      ? [`Exam: from ${exam.startsAt ?? 'now on'} to ${exam.endsAt ?? 'until it is taken away'}`]
      : []),
  ];
  return lines.length === 0 ? 'There are no rules by the clock.' : lines.join('\n');
}
