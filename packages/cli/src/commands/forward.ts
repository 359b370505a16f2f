import type { Command } from 'commander';
import { wrongUse } from '../commandError.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { parseEnvironmentName } from '../environmentName.ts';
import { print, printJsonLine, tell } from '../output/print.ts';
import { printError } from '../printError.ts';
import { getElement, getPresentEnvironment } from '../streams/findElement.ts';
import { listenAndForward } from '../streams/listenAndForward.ts';
import { parsePort, parseTarget } from '../streams/parseTarget.ts';
import { untilAborted, untilInterrupted } from '../untilInterrupted.ts';

export function forwardCommand(context: Context): Command {
  return define({
    name: 'forward',
    summary: 'reach a port of an element from this machine',
    description:
      'Listens on 127.0.0.1 and passes every connection on to a TCP port of an element, until Ctrl-C. With --json it ' +
      'prints one line with the port as soon as it listens.',
    examples: [
      ['labcast forward webserver web:80 8000', 'then open http://127.0.0.1:8000/'],
      ['labcast forward container machine:22 0', 'on a free port, which is printed'],
    ],
  })
    .argument('<environment>', 'assignment, or assignment/environment')
    .argument('<element:port>', 'such as web:80')
    .argument('<localport>', 'on 127.0.0.1; 0 takes a free one')
    .action(async (written: string, targetText: string, portText: string) => {
      const name = parseEnvironmentName(written);
      const target = parseTarget(targetText);
      const wantedPort = parsePort(portText, 0);
      if (wantedPort === undefined) {
        throw wrongUse(`${JSON.stringify(portText)} is not a port.`, 'Write 0 to 65535.');
      }
      const client = await context.connect();
      getElement(await getPresentEnvironment(client, name), target.element);
      await untilInterrupted(async (signal) => {
        const forwarding = await listenAndForward(
          wantedPort,
          () => client.openForward(name.assignment, name.environment, target),
          (error) => void printError(error, false),
        );
        if (context.json) printJsonLine({ address: '127.0.0.1', port: forwarding.port, target });
        else {
          print(`127.0.0.1:${String(forwarding.port)} leads to ${targetText} in ${written}.`);
          tell('Ctrl-C ends it.');
        }
        await untilAborted(signal);
        forwarding.close();
      });
    });
}
