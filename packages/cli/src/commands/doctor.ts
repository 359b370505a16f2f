import type { Command } from 'commander';
import { CommandError } from '../commandError.ts';
import { define } from '../define.ts';

/** Here for the help alone: the launcher starts doctor's own program, which works without server and libraries. */
export function doctorCommand(): Command {
  return define({
    name: 'doctor',
    summary: 'check this machine, with a remedy for each finding',
    description: 'Checks what Labcast needs on this machine. Works also when the server does not.',
    examples: [['labcast doctor', 'every finding with its remedy']],
  }).action(() => {
    throw new CommandError('request-invalid', 'doctor is started by the launcher.', {
      remedy: 'Run ./labcast doctor in the folder of Labcast.',
    });
  });
}
