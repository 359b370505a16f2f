import type { ApiClient, AssignmentOrigin } from '@labcast/api-client';
import type { Command } from 'commander';
import { wrongUse } from '../commandError.ts';
import { confirmName } from '../confirmName.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseAssignmentName } from '../environmentName.ts';
import { group } from '../group.ts';
import type { NeedsOptions } from '../needsOptions.ts';
import { addNeedsOptions, readNeeds } from '../needsOptions.ts';
import { print, printJson } from '../output/print.ts';
import { formatState } from '../output/style.ts';
import { formatTable } from '../output/table.ts';
import { parseParameters } from '../parseParameters.ts';
import { readLab } from '../readLab.ts';
import { finishWork } from '../waiting/finishWork.ts';
import { removeWithReceipt } from '../waiting/removeWithReceipt.ts';

const assignment = ['<assignment>', 'its slug or its handle'] as const;

export function assignmentsCommand(context: Context): Command {
  return group(
    {
      name: 'assignments',
      summary: 'assignments of courses: list, create, rename, delete',
      description:
        'Labs of courses. All other commands take their slug or handle too: labcast status firewall-basics-4f2c.',
      examples: [
        ['labcast assignments ls networks-2-4f2c', 'those of a course'],
        ['labcast assignments create networks-2-4f2c Shell', 'a blank one'],
      ],
    },
    [ls(context), create(context), rename(context), remove(context)],
  );
}

function ls(context: Context): Command {
  return define({
    name: 'ls',
    summary: 'list the assignments of a course',
    description: 'Lists the assignments of one course, or of all that you may see.',
    examples: [
      ['labcast assignments ls networks-2-4f2c', 'with the states of their dev environments'],
    ],
  })
    .argument('[course]', 'its slug')
    .action(async (slug: string | undefined) => {
      const client = await context.connect();
      const courses =
        slug === undefined ? (await client.courses()).courses : [await client.course(slug)];
      if (context.json) {
        printJson({ courses });
        return;
      }
      const rows = courses.flatMap((course) =>
        course.assignments.map((one) => [one.slug, one.name, formatState(one.state), course.name]),
      );
      if (rows.length === 0) print('There is no assignment yet.');
      else print(formatTable(['ASSIGNMENT', 'NAME', 'DEV', 'COURSE'], rows));
    });
}

interface CreateOptions extends NeedsOptions {
  readonly type?: string;
  readonly scenario?: string;
  readonly copy?: string;
  readonly file?: string;
  readonly wait: boolean;
}

function create(context: Context): Command {
  const command = define({
    name: 'create',
    summary: 'make an assignment in a course',
    description:
      'Makes an assignment in a course: blank, of a type, a scenario, a copy of another, a lab.yaml, or of needs in plain ' +
      'words (any of --students, --machines, --desktop, --vm, --webserver, --nodes). Unless it is blank its dev environment ' +
      'is made at once.',
    examples: [
      ['labcast assignments create networks-2-4f2c Shell', 'blank'],
      ['labcast assignments create networks-2-4f2c Pods --type kubernetes nodes=2', 'of a type'],
      ['labcast assignments create networks-2-4f2c Firewall --scenario two-networks-firewall', ''],
      ['labcast assignments create networks-2-4f2c Web --students 30 --webserver', 'of needs'],
    ],
  })
    .argument('<course>', 'slug of the course')
    .argument('<name>', 'what people call it')
    .argument('[key=value...]', 'parameters of the type')
    .option('--type <type>', 'begin as a type, built in or saved')
    .option('--scenario <scenario>', 'begin as a scenario')
    .option('--copy <assignment>', 'begin as a copy of another')
    .option('-f, --file <file>', 'begin as this lab.yaml, or - for standard input');
  return addNeedsOptions(command)
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (course: string, name: string, pairs: string[], options: CreateOptions) => {
      const client = await context.connect();
      const from = await readOrigin(client, pairs, options);
      const made = await client.createCourseAssignment(course, { name, from });
      const [dev] = made.assignment.environments;
      if (!context.json) print(made.assignment.slug);
      if (!dev) {
        if (context.json) printJson(made);
        return;
      }
      await finishWork(context, client, {
        asked: dev,
        wait: options.wait,
        document: (view) => ({ assignment: { ...made.assignment, environments: [view] } }),
      });
    });
}

async function readOrigin(
  client: ApiClient,
  pairs: readonly string[],
  options: CreateOptions,
): Promise<AssignmentOrigin> {
  const { type, scenario, copy, file } = options;
  const isOfNeeds = ['students', 'machines', 'desktop', 'vm', 'webserver', 'nodes'].some(
    (key) => key in options,
  );
  const ways = [type, scenario, copy, file].filter((way) => way !== undefined).length;
  if (ways + Number(isOfNeeds) > 1) {
    throw wrongUse(
      'It can begin in one way only.',
      'Give one of --type, --scenario, --copy, --file and needs such as --students 30.',
    );
  }
  if (pairs.length > 0 && type === undefined) {
    throw wrongUse(`${pairs[0] ?? ''} is a parameter, but there is no type.`, 'Add --type.');
  }
  if (type !== undefined) {
    return { kind: 'type', type, parameters: parseParameters(pairs, {}).parameters };
  }
  if (copy !== undefined) return { kind: 'assignment', slug: copy };
  if (file !== undefined) return { kind: 'blueprint', blueprint: await readLab(file) };
  if (scenario !== undefined) {
    const { scenarios } = await client.scenarios();
    const found = scenarios.find((one) => one.name === scenario);
    if (!found) {
      const names = scenarios.map((one) => one.name).join(', ');
      throw wrongUse(`There is no scenario ${scenario}.`, `There are ${names}.`);
    }
    return { kind: 'blueprint', blueprint: found.blueprint };
  }
  if (!isOfNeeds) return { kind: 'blank' };
  const { blueprint } = await client.planNeeds(readNeeds(options));
  return { kind: 'blueprint', blueprint };
}

function rename(context: Context): Command {
  return define({
    name: 'rename',
    summary: 'give an assignment another name',
    description:
      'Gives an assignment of a course another name. Its old slug and its handle still find it.',
    examples: [['labcast assignments rename shell-4f2c "Shell basics"', 'prints the new slug']],
  })
    .argument(...assignment)
    .argument('<name>', 'what people call it from now on')
    .action(async (text: string, name: string) => {
      const client = await context.connect();
      const renamed = await client.renameAssignment(parseAssignmentName(text), name);
      if (context.json) printJson(renamed);
      else print(renamed.slug);
    });
}

function remove(context: Context): Command {
  return define({
    name: 'delete',
    summary: 'delete an assignment, and prove it',
    description:
      'Deletes an assignment with all its environments and their data, from whatever state, and prints the receipt. Its name ' +
      'has to be typed, or given with --confirm. Doing it twice is no mistake.',
    examples: [
      ['labcast assignments delete shell-4f2c', 'asks for its name'],
      ['labcast assignments delete shell-4f2c --confirm Shell', 'for scripts'],
    ],
  })
    .argument(...assignment)
    .option('--confirm <name>', "the assignment's name")
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (text: string, options: { confirm?: string; wait: boolean }) => {
      const client = await context.connect();
      const slug = parseAssignmentName(text);
      const agree = async (): Promise<void> => {
        const { name } = await client.assignment(slug);
        const warning = `This deletes the assignment ${name} with all its machines and their data.`;
        await confirmName({ warning, name, given: options.confirm, json: context.json });
      };
      await removeWithReceipt(context, client, { assignment: slug, wait: options.wait, agree });
    });
}
