import type { Course, CourseReceipts } from '@labcast/api-client';
import type { Command } from 'commander';
import { confirmName } from '../confirmName.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { exitCodes } from '../exitCodes.ts';
import { group } from '../group.ts';
import { formatAge } from '../output/format.ts';
import { print, printJson } from '../output/print.ts';
import { renderReceipt } from '../output/renderReceipt.ts';
import { formatTable } from '../output/table.ts';
import { joinCodeCommand } from './joinCodes.ts';
import { waitUntilGone } from '../waiting/waitUntilGone.ts';

const course = ['<course>', 'its slug, such as networks-2-4f2c'] as const;

export function coursesCommand(context: Context): Command {
  return group(
    {
      name: 'courses',
      summary: 'courses: list, create, rename, archive, delete',
      description:
        'People and their assignments. A course is named by its slug, whose last part never changes.',
      examples: [
        ['labcast courses', 'those that you may see'],
        ['labcast courses create "Networks 2"', 'a new one, with you as its instructor'],
      ],
    },
    [
      ls(context),
      create(context),
      rename(context),
      archive(context),
      restore(context),
      joinCodeCommand(context),
      remove(context),
    ],
  );
}

function ls(context: Context): Command {
  return define({
    name: 'ls',
    summary: 'list the courses that you may see',
    description: 'Lists the courses that you may see, archived ones too.',
    examples: [['labcast courses ls', 'all of them']],
  }).action(async () => {
    const found = await (await context.connect()).courses();
    if (context.json) {
      printJson(found);
      return;
    }
    if (found.courses.length === 0) {
      print('There is no course yet. Make one: labcast courses create "Networks 2"');
      return;
    }
    const now = new Date();
    const rows = found.courses.map((one) => [
      one.slug,
      one.name,
      one.role,
      String(one.counts.assignments),
      String(one.counts.people),
      one.archivedAt === undefined ? formatAge(one.createdAt, now) : 'archived',
    ]);
    print(formatTable(['COURSE', 'NAME', 'YOU ARE', 'ASSIGNMENTS', 'PEOPLE', 'CREATED'], rows));
  });
}

function create(context: Context): Command {
  return define({
    name: 'create',
    summary: 'make a course',
    description: 'Makes a course with you as its instructor, and prints its slug.',
    examples: [['labcast courses create "Networks 2"', 'prints for example networks-2-4f2c']],
  })
    .argument('<name>', 'what people call it')
    .action(async (name: string) => {
      const made = await (await context.connect()).createCourse(name);
      if (context.json) printJson(made);
      else print(made.course.slug);
    });
}

function rename(context: Context): Command {
  return define({
    name: 'rename',
    summary: 'give a course another name',
    description: 'Gives a course another name. Its old slug still finds it.',
    examples: [['labcast courses rename networks-2-4f2c "Networks 3"', 'prints the new slug']],
  })
    .argument(...course)
    .argument('<name>', 'what people call it from now on')
    .action((slug: string, name: string) => change(context, slug, { name }));
}

function archive(context: Context): Command {
  return define({
    name: 'archive',
    summary: 'put a course away',
    description: 'Puts a course away: it stays as it is, and nothing new is made in it.',
    examples: [['labcast courses archive networks-2-4f2c', 'at the end of the term']],
  })
    .argument(...course)
    .action((slug: string) => change(context, slug, { archived: true }));
}

function restore(context: Context): Command {
  return define({
    name: 'restore',
    summary: 'bring a course back from the archive',
    description: 'Brings a course back from the archive.',
    examples: [['labcast courses restore networks-2-4f2c', 'when it begins anew']],
  })
    .argument(...course)
    .action((slug: string) => change(context, slug, { archived: false }));
}

async function change(
  context: Context,
  slug: string,
  what: { name?: string; archived?: boolean },
): Promise<void> {
  const changed: Course = await (await context.connect()).changeCourse(slug, what);
  if (context.json) printJson(changed);
  else print(changed.slug);
}

function remove(context: Context): Command {
  return define({
    name: 'delete',
    summary: 'delete a course with all its assignments, and prove it',
    description:
      'Deletes a course with all its assignments, their environments and their data, from whatever state, and prints the ' +
      'receipt. Its name has to be typed, or given with --confirm. Doing it twice is no mistake.',
    examples: [
      ['labcast courses delete networks-2-4f2c', 'asks for its name'],
      ['labcast courses delete networks-2-4f2c --confirm "Networks 2"', 'for scripts'],
    ],
  })
    .argument(...course)
    .option('--confirm <name>', "the course's name")
    .option('--no-wait', 'return as soon as it is accepted')
    .action(async (slug: string, options: { confirm?: string; wait: boolean }) => {
      const client = await context.connect();
      // Of one that is gone already too: that is how it can be asked for twice.
      const before = await client.courseReceipts(slug);
      const { name, assignments } = before;
      if (before.removedAt === undefined) {
        const count =
          assignments.length === 1 ? '1 assignment' : `${String(assignments.length)} assignments`;
        const warning = `This deletes the course ${name} with ${count} and everything in them.`;
        await confirmName({ warning, name, given: options.confirm, json: context.json });
      }
      const asked = await client.removeCourse(slug, name);
      if (!options.wait) {
        if (context.json) printJson(asked);
        else print('Accepted. See how it ends: the same command once more.');
        return;
      }
      await waitUntilGone(context, client, asked.environments);
      showReceipts(context, await client.courseReceipts(slug));
    });
}

function showReceipts(context: Context, receipts: CourseReceipts): void {
  const all = receipts.assignments.flatMap(({ environments }) => environments);
  if (all.some(({ complete }) => !complete)) process.exitCode = exitCodes.failed;
  if (context.json) {
    printJson(receipts);
    return;
  }
  const texts = receipts.assignments
    .filter(({ environments }) => environments.length > 0)
    .map(({ slug, environments }) => renderReceipt(slug, environments));
  print([...texts, `The course ${receipts.name} is gone.`].join('\n\n'));
}
