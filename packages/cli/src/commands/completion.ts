import type { Command } from 'commander';
import { Argument } from 'commander';
import type { Shell } from '../completion/scripts.ts';
import { completionScripts, shells } from '../completion/scripts.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { printJson } from '../output/print.ts';

export function completionCommand(context: Context): Command {
  return define({
    name: 'completion',
    summary: 'make your shell complete labcast',
    description:
      'Prints a script for your shell that completes commands, options, types, and the names of what is there.',
    examples: [
      ['source <(labcast completion bash)', 'in ~/.bashrc'],
      ['source <(labcast completion zsh)', 'in ~/.zshrc, after compinit'],
      ['labcast completion fish | source', 'in ~/.config/fish/config.fish'],
    ],
  })
    .addArgument(new Argument('<shell>', 'which one you use').choices(shells))
    .action((shell: Shell) => {
      const script = completionScripts[shell];
      if (context.json) printJson({ shell, script });
      else process.stdout.write(script);
    });
}
