import { spawn } from 'node:child_process';
import type { EnvironmentView } from '@labcast/api-client';
import type { Command } from 'commander';
import { CommandError } from '../commandError.ts';
import type { Context } from '../context.ts';
import { define } from '../define.ts';
import { environmentName, parseEnvironmentName } from '../environmentName.ts';
import { print, printJsonLine, tell } from '../output/print.ts';
import { printError } from '../printError.ts';
import type { ElementView } from '../streams/findElement.ts';
import { getElement, getPresentEnvironment } from '../streams/findElement.ts';
import { listenAndForward } from '../streams/listenAndForward.ts';
import { untilAborted, untilInterrupted } from '../untilInterrupted.ts';

export function openCommand(context: Context): Command {
  return define({
    name: 'open',
    summary: 'see the page of an app in your browser',
    description:
      'Makes the page of an app reachable on a free port of this machine until Ctrl-C, prints its address, and opens the ' +
      'browser where there is a display.',
    examples: [
      ['labcast open webserver', 'its only app'],
      ['labcast open shop/prod web', 'one of several'],
    ],
  })
    .argument('<environment>', 'assignment, or assignment/environment')
    .argument('[app]', 'which app, when there are several')
    .action(async (written: string, app: string | undefined) => {
      const name = parseEnvironmentName(written);
      const client = await context.connect();
      const element = findApp(await getPresentEnvironment(client, name), app);
      const page = new URL(element.url ?? '');
      const target = { element: element.name, port: Number(page.port || 80) };
      await untilInterrupted(async (signal) => {
        const forwarding = await listenAndForward(
          0,
          () => client.openForward(name.assignment, name.environment, target),
          (error) => void printError(error, false),
        );
        const url = `http://127.0.0.1:${String(forwarding.port)}${page.pathname}`;
        if (context.json) printJsonLine({ url, target });
        else {
          print(url);
          tell(`The page of ${element.name} in ${written}. Ctrl-C ends it.`);
          openBrowser(url);
        }
        await untilAborted(signal);
        forwarding.close();
      });
    });
}

function findApp(view: EnvironmentView, wanted: string | undefined): ElementView {
  const name = environmentName(view);
  const apps = view.status.elements.filter((element) => element.url !== undefined);
  const [first, second] = apps;
  const element = wanted === undefined ? first : getElement(view, wanted);
  if (element?.url === undefined) {
    throw new CommandError('element-not-found', `${wanted ?? name} has no page.`, {
      remedy: `See what there is: labcast status ${name}`,
    });
  }
  if (wanted === undefined && second) {
    throw new CommandError('request-invalid', `${name} has several apps.`, {
      remedy: `Name one: labcast open ${name} ${apps.map((app) => app.name).join('|')}`,
    });
  }
  if (element.state !== 'ready') {
    throw new CommandError(
      'element-not-running',
      `${element.name} is ${element.state}. ${element.reason ?? ''}`.trim(),
      { remedy: `See why: labcast status ${name}` },
    );
  }
  return element;
}

/** Of the desktop, where there is one. */
const browserOpener = 'xdg-open';

/** A browser that is not there is no failure: the address is printed anyway. */
function openBrowser(url: string): void {
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const browser = spawn(browserOpener, [url], { detached: true, stdio: 'ignore' });
  browser.on('error', () => undefined);
  browser.unref();
}
