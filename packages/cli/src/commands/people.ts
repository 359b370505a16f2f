import type { CourseRole, Person } from '@labcast/api-client';
import type { Command } from 'commander';
import { Option } from 'commander';
import { confirmName } from '../confirmName.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { group } from '../group.ts';
import { formatAge } from '../output/format.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';
import { readPassword } from '../readPassword.ts';
import { importPeopleCommand, inviteCommand } from './rosterCommands.ts';

const person = ['<login>', 'login of the person'] as const;
const course = ['<course>', 'slug of the course'] as const;

export function peopleCommand(context: Context): Command {
  return group(
    {
      name: 'people',
      summary: 'accounts, administrators, and who is in a course',
      description:
        'Accounts on this server are for administrators; who is in a course, for its instructors.',
      examples: [
        ['labcast people ls --administrators', 'who may do everything'],
        ['labcast people add networks-2-4f2c ada --role assistant', 'puts ada into a course'],
      ],
    },
    [
      ls(context),
      create(context),
      change(context),
      remove(context),
      add(context),
      takeOut(context),
      importPeopleCommand(context),
      inviteCommand(context),
    ],
  );
}

function ls(context: Context): Command {
  return define({
    name: 'ls',
    summary: 'list people',
    description: 'Lists all accounts, only the administrators, or who is in a course.',
    examples: [
      ['labcast people ls', 'all accounts'],
      ['labcast people ls --course networks-2-4f2c', 'with their roles'],
    ],
  })
    .option('--administrators', 'only those who may do everything')
    .option('--course <course>', 'only who is in it')
    .action(async (options: { administrators?: boolean; course?: string }) => {
      const client = await context.connect();
      if (options.course !== undefined) {
        const found = await client.coursePeople(options.course);
        if (context.json) printJson(found);
        else printPeople(found.people.map((one) => [one.person, one.role]));
        return;
      }
      const { people } = await client.people();
      const shown = options.administrators
        ? people.filter(({ isAdministrator }) => isAdministrator)
        : people;
      if (context.json) printJson({ people: shown });
      else printPeople(shown.map((one) => [one, one.isAdministrator ? 'administrator' : '']));
    });
}

function printPeople(people: readonly (readonly [Person, string])[]): void {
  const now = new Date();
  const rows = people.map(([{ login, name, email, seenAt }, role]) => [
    login,
    name,
    email ?? '',
    role,
    seenAt === undefined ? 'never' : formatAge(seenAt, now),
  ]);
  if (rows.length === 0) print('There is nobody.');
  else print(formatTable(['LOGIN', 'NAME', 'E-MAIL', 'ROLE', 'SEEN'], rows));
}

interface AccountOptions {
  readonly name?: string;
  readonly email?: string;
  readonly administrator?: boolean;
  readonly password?: boolean;
}

function create(context: Context): Command {
  return define({
    name: 'create',
    summary: 'make an account',
    description: 'Makes an account. The password is asked for, or read from standard input.',
    examples: [
      ['labcast people create ada --name "Ada Lovelace"', 'asks for the password'],
      ['labcast people create ada --administrator <password.txt', 'for scripts'],
    ],
  })
    .argument(...person)
    .option('--name <name>', 'name (default: the login)')
    .option('--email <address>', 'e-mail address')
    .option('--administrator', 'may do everything on this server')
    .action(async (login: string, { name, email, administrator }: AccountOptions) => {
      const client = await context.connect();
      const password = await readPassword(`Password of ${login}`);
      const made = await client.createPerson({
        login,
        name: name ?? login,
        ...(email !== undefined && { email }),
        isAdministrator: administrator ?? false,
        password,
      });
      if (context.json) printJson(made);
      else print(`${made.person.login} can sign in.`);
    });
}

function change(context: Context): Command {
  return define({
    name: 'change',
    summary: 'change an account',
    description:
      'Changes the name, the e-mail address, the rights or the password of an account. A new password ends all its sessions.',
    examples: [
      ['labcast people change ada --administrator', 'ada may do everything from now on'],
      ['labcast people change ada --password', 'asks for the new one'],
    ],
  })
    .argument(...person)
    .option('--name <name>', 'another name')
    .option('--email <address>', 'another e-mail address')
    .option('--administrator', 'may do everything on this server')
    .option('--no-administrator', 'may not any more')
    .option('--password', 'ask for a new password, or read it from standard input')
    .action(async (login: string, options: AccountOptions) => {
      const client = await context.connect();
      const { name, email, administrator, password } = options;
      const changed = await client.changePerson(login, {
        ...(name !== undefined && { name }),
        ...(email !== undefined && { email }),
        ...(administrator !== undefined && { isAdministrator: administrator }),
        ...(password && { password: await readPassword(`New password of ${login}`) }),
      });
      if (context.json) printJson(changed);
      else printPeople([[changed.person, changed.person.isAdministrator ? 'administrator' : '']]);
    });
}

function remove(context: Context): Command {
  return define({
    name: 'delete',
    summary: 'delete an account',
    description: 'Deletes an account. What the person made stays. Doing it twice is no mistake.',
    examples: [['labcast people delete ada --confirm ada', 'for scripts']],
  })
    .argument(...person)
    .option('--confirm <login>', 'the login once more')
    .action(async (login: string, options: { confirm?: string }) => {
      const warning = `This deletes the account ${login}.`;
      await confirmName({ warning, name: login, given: options.confirm, json: context.json });
      await (await context.connect()).removePerson(login);
      if (context.json) printJson({ removed: login });
      else print(`${login} is gone.`);
    });
}

function add(context: Context): Command {
  return define({
    name: 'add',
    summary: 'put somebody into a course',
    description: 'Puts somebody who has an account into a course, or changes the role there.',
    examples: [['labcast people add networks-2-4f2c ada --role assistant', 'as an assistant']],
  })
    .argument(...course)
    .argument(...person)
    .addOption(
      new Option('--role <role>', 'what the person is there')
        .choices(['student', 'assistant', 'instructor'])
        .default('student'),
    )
    .action(async (slug: string, login: string, { role }: { role: CourseRole }) => {
      await (await context.connect()).setCoursePerson(slug, login, role);
      if (context.json) printJson({ course: slug, person: login, role });
      else print(`${login} is ${role} in ${slug}.`);
    });
}

function takeOut(context: Context): Command {
  return define({
    name: 'remove',
    summary: 'take somebody out of a course',
    description: 'Takes somebody out of a course; the account stays. Doing it twice is no mistake.',
    examples: [['labcast people remove networks-2-4f2c ada', 'ada sees it no more']],
  })
    .argument(...course)
    .argument(...person)
    .action(async (slug: string, login: string) => {
      await (await context.connect()).removeCoursePerson(slug, login);
      if (context.json) printJson({ course: slug, removed: login });
      else print(`${login} is not in ${slug} any more.`);
    });
}
