import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { print, printJson } from '../output/print.ts';

export function whoamiCommand(context: Context): Command {
  return define({
    name: 'whoami',
    summary: 'as whom this command is known to the server',
    description: 'Tells whose token is used, and in which courses that person is.',
    examples: [['labcast whoami', 'your name, login and roles']],
  }).action(async () => {
    const client = await context.connect();
    // Answered only to who is known: a wrong token is told here.
    const { courses } = await client.courses();
    const { person, serverName } = await client.session();
    if (context.json) {
      printJson({ person, serverName, courses: courses.map(({ slug, role }) => ({ slug, role })) });
      return;
    }
    if (!person) {
      print(`The administrator's own token of ${serverName}, which is nobody's account.`);
      return;
    }
    const rights = person.isAdministrator ? ', administrator' : '';
    print(`${person.name} (${person.login}${rights}) on ${serverName}`);
    for (const { role, name, slug } of courses) print(`${role} in ${name} (${slug})`);
  });
}
