import type { Command } from 'commander';
import { wrongUse } from '../commandError.ts';
import { confirmName } from '../confirmName.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { group } from '../group.ts';
import { print, printJson } from '../output/print.ts';
import { formatTable } from '../output/table.ts';
import { readLab } from '../readLab.ts';
import { parseEnvironmentName } from '../environmentName.ts';

export function typesCommand(context: Context): Command {
  return group(
    {
      name: 'types',
      summary: 'what can be created, with which parameters',
      description:
        'Types are labs with parameters, which labcast create makes by their names: built in, or saved by somebody.',
      examples: [
        ['labcast types', 'all types'],
        ['labcast types show webserver', 'its lab.yaml'],
      ],
    },
    [ls(context), show(context), save(context), remove(context)],
  );
}

function ls(context: Context): Command {
  return define({
    name: 'ls',
    summary: 'list the types',
    description:
      'Lists the types that labcast create knows, and the parameters of each with their defaults.',
    examples: [['labcast types ls', 'all types']],
  }).action(async () => {
    const found = await (await context.connect()).types();
    if (context.json) {
      printJson(found);
      return;
    }
    const rows = found.types.map((type) => [
      type.name,
      type.summary,
      type.owner?.name ?? '',
      type.parameters.map(({ name, default: value }) => `${name}=${value}`).join(' '),
    ]);
    print(formatTable(['TYPE', 'WHAT IT IS', 'SAVED BY', 'PARAMETERS AND DEFAULTS'], rows));
  });
}

function show(context: Context): Command {
  return define({
    name: 'show',
    summary: "print a type's lab.yaml",
    description: 'Prints the lab.yaml that a type makes when no parameter is given.',
    examples: [['labcast types show webserver >lab.yaml', 'to begin with a copy']],
  })
    .argument('<type>', 'its name')
    .action(async (name: string) => {
      const found = await (await context.connect()).type(name);
      if (context.json) printJson(found);
      else print(found.blueprint.trimEnd());
    });
}

interface SaveOptions {
  readonly file?: string;
  readonly of?: string;
  readonly summary?: string;
  readonly parameter: readonly string[];
}

function save(context: Context): Command {
  return define({
    name: 'save',
    summary: 'save a lab as a type',
    description:
      'Saves a lab.yaml, or what an environment has, as a type that everybody can make. A parameter stands for one value in ' +
      'it, which becomes its default.',
    examples: [
      ['labcast types save shop -f lab.yaml --parameter memory=elements.web.memory', ''],
      ['labcast types save shop --of firewall-4f2c --summary "Firewall with a shop"', ''],
    ],
  })
    .argument('<name>', 'how it is called from now on')
    .option('-f, --file <file>', 'the lab.yaml, or - for standard input')
    .option('--of <environment>', 'assignment, or assignment/environment')
    .option('--summary <text>', 'what it is, in one line')
    .option(
      '--parameter <name=path[=summary]>',
      'what can be chosen, such as memory=elements.web.memory; may be repeated',
      (value: string, before: readonly string[]) => [...before, value],
      [],
    )
    .action(async (name: string, { file, of, summary, parameter }: SaveOptions) => {
      if ((file === undefined) === (of === undefined)) {
        throw wrongUse('Give the lab to save.', 'Add either -f lab.yaml or --of <environment>.');
      }
      if (file !== undefined) context.blueprintFile = file === '-' ? 'standard input' : file;
      const parameters = parameter.map(parseParameter);
      const client = await context.connect();
      const blueprint =
        of === undefined ? await readLab(file ?? '-') : await readEnvironment(context, of);
      const made = await client.saveType({ name, summary: summary ?? name, blueprint, parameters });
      if (context.json) printJson(made);
      else print(`Saved. Make one: labcast create ${name}`);
    });
}

async function readEnvironment(context: Context, written: string): Promise<string> {
  const { assignment, environment } = parseEnvironmentName(written);
  return (await (await context.connect()).blueprint(assignment, environment)).blueprint;
}

function parseParameter(text: string): { name: string; path: string; summary: string } {
  const [, name, path, summary] = /^([^=]+)=([^=]+)(?:=(.+))?$/s.exec(text) ?? [];
  if (name === undefined || path === undefined) {
    throw wrongUse(
      `${JSON.stringify(text)} is not name=path.`,
      'Write for example --parameter memory=elements.web.memory.',
    );
  }
  return { name, path, summary: summary ?? path };
}

function remove(context: Context): Command {
  return define({
    name: 'delete',
    summary: 'delete a saved type',
    description:
      'Deletes a type that you saved; an administrator may delete any saved one. Labs that were made of it stay.',
    examples: [['labcast types delete shop --confirm shop', 'for scripts']],
  })
    .argument('<type>', 'its name')
    .option('--confirm <name>', "the type's name")
    .action(async (name: string, options: { confirm?: string }) => {
      const warning = `This deletes the type ${name}. Labs that were made of it stay.`;
      await confirmName({ warning, name, given: options.confirm, json: context.json });
      await (await context.connect()).removeType(name);
      if (context.json) printJson({ removed: name });
      else print(`The type ${name} is gone.`);
    });
}
