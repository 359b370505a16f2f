import { Command } from 'commander';

export interface CommandText {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** Full sentences for the command's own help. */
  readonly description: string;
  /** Command lines, each with what it does. */
  readonly examples: readonly (readonly [line: string, meaning: string])[];
}

/** A command with its help; arguments, options and the action are added by its file. */
export function define(text: CommandText): Command {
  const width = Math.max(...text.examples.map(([line]) => line.length));
  const examples = text.examples.map(([line, meaning]) => `  ${line.padEnd(width)}  ${meaning}`);
  return new Command(text.name)
    .summary(text.summary)
    .description(text.description)
    .addHelpText('after', ['', 'Examples:', ...examples].join('\n'));
}
