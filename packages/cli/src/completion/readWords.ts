import type { Command, Option } from 'commander';

/** What stands before the cursor, read as far as it goes. */
export interface ReadWords {
  readonly command: Command;
  /** Positional words before the cursor. */
  readonly positional: readonly string[];
  /** The option whose value is being written. */
  readonly option?: Option;
  /** After `--`, where nothing of ours is known. */
  readonly isForeign: boolean;
}

/** `words` are the finished ones, without `labcast` itself and without the one at the cursor. */
export function readWords(program: Command, words: readonly string[]): ReadWords {
  let command = program;
  let option: Option | undefined;
  const positional: string[] = [];
  for (const word of words) {
    if (word === '--') return { command, positional, isForeign: true };
    if (option) option = undefined;
    else if (word.startsWith('-')) option = takesValue(command, word);
    else if (findCommand(command, word)) command = findCommand(command, word) ?? command;
    else positional.push(word);
  }
  return { command, positional, isForeign: false, ...(option ? { option } : {}) };
}

function findCommand(parent: Command, name: string): Command | undefined {
  return parent.commands.find((candidate) => candidate.name() === name);
}

function takesValue(command: Command, word: string): Option | undefined {
  return command.options.find(
    (option) =>
      (option.required || option.optional) && (option.long === word || option.short === word),
  );
}
