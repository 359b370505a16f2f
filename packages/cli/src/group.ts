import type { Command } from 'commander';
import type { CommandText } from './define.ts';
import { define } from './define.ts';

/** A command whose first word says what to do; without one the first of its commands is done. */
export function group(text: CommandText, commands: readonly Command[]): Command {
  const parent = define(text);
  commands.forEach((command, index) => parent.addCommand(command, { isDefault: index === 0 }));
  return parent;
}
