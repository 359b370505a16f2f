import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import { printJson } from '../output/print.ts';
import { loginShell } from '../streams/loginShell.ts';
import { attachStreams } from '../streams/attachStreams.ts';
import { attachTerminal } from '../streams/attachTerminal.ts';
import { collectOutput } from '../streams/collectOutput.ts';

export function execCommand(context: Context): Command {
  return define({
    name: 'exec',
    summary: 'run a command in an element, or open a shell',
    description:
      'Runs a command as root in an element. Standard input, output and error pass through byte by byte, and its exit code ' +
      'becomes this one. Without a command it opens a shell. On a terminal, Ctrl-C goes to the command. With --json it ' +
      'prints {"exitCode", "stdout", "stderr"} at the end.',
    examples: [
      [
        'labcast exec webserver cluster -- kubectl get pods -A',
        'on the control plane of a cluster',
      ],
      ['labcast exec webserver cluster-2 -- uptime', 'on its second node'],
      ['labcast exec container machine', 'a shell'],
      ['labcast exec container machine -- tar c /etc > etc.tar', 'bytes stay bytes'],
    ],
  })
    .usage('[options] <environment> <element> -- [command...]')
    .argument('<environment>', 'assignment, or assignment/environment')
    .argument('<element>', 'where it runs')
    .argument('[command...]', 'the command and its arguments, after --')
    .option('-t, --tty', 'give the command a terminal (a shell has one by itself)')
    .action(exec);

  async function exec(
    written: string,
    element: string,
    words: string[],
    options: { tty?: boolean },
  ): Promise<void> {
    const name = parseEnvironmentName(written);
    const client = await context.connect();
    const command = words.length === 0 ? loginShell(process.env.TERM) : words;
    const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
    const wantsTerminal = options.tty ?? (words.length === 0 && isTerminal && !context.json);
    // Undefined where standard output is no terminal, whatever the types say.
    const [columns, rows] = process.stdout.isTTY ? process.stdout.getWindowSize() : [80, 24];
    const connection = await client.openExec(name.assignment, name.environment, {
      element,
      command,
      ...(wantsTerminal ? { terminal: { columns, rows } } : {}),
    });
    if (context.json) {
      const result = await collectOutput(connection);
      printJson(result);
      process.exitCode = result.exitCode;
    } else {
      process.exitCode = await (wantsTerminal ? attachTerminal : attachStreams)(connection);
    }
  }
}
