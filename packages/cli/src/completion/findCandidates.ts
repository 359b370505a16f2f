import type { ApiClient, EnvironmentView } from '@labcast/api-client';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { environmentName, parseEnvironmentName } from '../environmentName.ts';
import { readWords } from './readWords.ts';

export interface Candidate {
  readonly value: string;
  readonly meaning: string;
}

/** Asks the shell to complete a file's name. */
const files: Candidate = { value: ':files', meaning: '' };

/** `words` end with the one at the cursor, which may be empty. Throws when the server is needed and does not answer. */
export async function findCandidates(
  program: Command,
  words: readonly string[],
  context: Context,
): Promise<Candidate[]> {
  const current = words.at(-1) ?? '';
  const { command, positional, option, isForeign } = readWords(program, words.slice(0, -1));
  if (isForeign) return [];
  if (option) return option.long === '--file' ? [files] : [];
  const all = current.startsWith('-')
    ? optionsOf(program, command)
    : await valuesFor(program, { command, positional, context });
  return all.filter((one) => one === files || one.value.startsWith(current));
}

function optionsOf(program: Command, command: Command): Candidate[] {
  return [...new Set([...command.options, ...program.options])]
    .filter((option) => !option.hidden)
    .map((option) => ({ value: option.long ?? '', meaning: option.description }));
}

async function valuesFor(
  program: Command,
  place: { command: Command; positional: readonly string[]; context: Context },
): Promise<Candidate[]> {
  const { command, positional, context } = place;
  if (command.commands.length > 0) {
    if (positional.length > 0) return [];
    return command.commands.map((one) => ({ value: one.name(), meaning: one.summary() }));
  }
  const args = command.registeredArguments;
  const argument = args[positional.length] ?? (args.at(-1)?.variadic ? args.at(-1) : undefined);
  if (!argument) return [];
  if (argument.argChoices)
    return argument.argChoices.map((value) => ({ value, meaning: argument.description }));
  const source = sources[argument.name()];
  return source ? source(await context.connect(), positional) : [];
}

type Source = (client: ApiClient, positional: readonly string[]) => Promise<Candidate[]>;

/** By the name of the argument. */
const sources: Readonly<Record<string, Source>> = {
  type: async (client) =>
    (await client.types()).types.map(({ name, summary }) => ({ value: name, meaning: summary })),
  'key=value': async (client, [typeName, ...given]) => {
    const type = (await client.types()).types.find(({ name }) => name === typeName);
    const isGiven = (key: string): boolean => given.some((pair) => pair.startsWith(`${key}=`));
    return [...(type?.parameters ?? []), { name: 'name', summary: 'name of the assignment' }]
      .filter(({ name }) => !isGiven(name))
      .map(({ name, summary }) => ({ value: `${name}=`, meaning: summary }));
  },
  assignment: async (client) =>
    (await client.assignments()).assignments.map(({ name, type }) => ({
      value: name,
      meaning: type ?? 'lab.yaml',
    })),
  course: async (client) =>
    (await client.courses()).courses.map(({ slug, name }) => ({ value: slug, meaning: name })),
  scenario: async (client) =>
    (await client.scenarios()).scenarios.map(({ name, summary }) => ({
      value: name,
      meaning: summary,
    })),
  environment: async (client) =>
    (await client.assignments()).assignments
      .flatMap(({ environments }) => environments)
      .map((view) => ({ value: environmentName(view), meaning: view.status.state })),
  element: (client, positional) => elementsOf(client, positional, ({ name }) => name),
  'element:port': (client, positional) =>
    elementsOf(client, positional, ({ name, url }) =>
      url === undefined ? `${name}:` : `${name}:${new URL(url).port || '80'}`,
    ),
  image: async (client) =>
    (await client.uploads()).uploads.map(({ name }) => ({
      value: `upload/${name}`,
      meaning: 'uploaded disk',
    })),
  file: () => Promise.resolve([files]),
  app: async (client, positional) =>
    elementsOf(client, positional, ({ name, url }) => (url === undefined ? undefined : name)),
};

type ElementView = EnvironmentView['status']['elements'][number];

async function elementsOf(
  client: ApiClient,
  [written = '']: readonly string[],
  valueOf: (element: ElementView) => string | undefined,
): Promise<Candidate[]> {
  const name = parseEnvironmentName(written);
  const view = await client.environment(name.assignment, name.environment);
  return view.status.elements.flatMap((element) => {
    const value = valueOf(element);
    return value === undefined ? [] : [{ value, meaning: `${element.kind}, ${element.state}` }];
  });
}
