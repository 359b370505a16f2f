import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { readWords } from './readWords.ts';
import { files, optionSources, sources } from './sources.ts';
import type { Candidate } from './sources.ts';

/** `words` end with the one at the cursor, which may be empty. Throws when the server is needed and does not answer. */
export async function findCandidates(
  program: Command,
  words: readonly string[],
  context: Context,
): Promise<Candidate[]> {
  const current = words.at(-1) ?? '';
  const { command, positional, option, isForeign } = readWords(program, words.slice(0, -1));
  if (isForeign) return [];
  if (option) return startingWith(current, await valuesOfOption(option.long, positional, context));
  const all = current.startsWith('-')
    ? optionsOf(program, command)
    : await valuesFor(program, { command, positional, context });
  return startingWith(current, all);
}

function startingWith(current: string, all: readonly Candidate[]): Candidate[] {
  return all.filter((one) => one === files || one.value.startsWith(current));
}

async function valuesOfOption(
  name: string | undefined,
  positional: readonly string[],
  context: Context,
): Promise<Candidate[]> {
  const source = optionSources[name ?? ''];
  return source ? source(await context.connect(), positional) : [];
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
