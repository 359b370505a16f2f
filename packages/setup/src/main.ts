import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createCommandRunner } from './run/command.ts';
import type { Context } from './run/context.ts';
import { openSetupLog } from './run/setupLog.ts';
import { readRememberedSettings } from './settings/rememberedSettings.ts';
import { parseSettings, type Settings } from './settings/settings.ts';

const usage = `usage: main.ts COMMAND
  up                          sets Labcast up and deploys the sample
  down                        stops Labcast; labs go on
  clean-host [--yes] [--cache]  removes every trace of Labcast
  doctor [--json]             says what is wrong and what to do
  test [PROJECT...]           runs every test, or those of check, real, e2e
  browser                     installs the browser of the tests and benchmarks
`;

const commands = ['up', 'down', 'clean-host', 'doctor', 'test', 'browser'];

const repository = dirname(dirname(dirname(import.meta.dirname)));

async function main(parameters: readonly string[]): Promise<number> {
  const [command, ...rest] = parameters;
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  if (command === undefined || !commands.includes(command)) {
    process.stderr.write(usage);
    return 2;
  }
  // Each command is loaded by itself: `doctor` and `clean-host` must work when another part is broken.
  if (process.getuid?.() !== 0) {
    process.stderr.write('This needs root: run it with sudo.\n');
    return 4;
  }
  const context = await openContext(command);
  switch (command) {
    case 'up':
      return (await import('./up/up.ts')).up(context, print);
    case 'test': {
      await (await import('./testrun/ensureBrowser.ts')).ensureBrowser(context, print);
      return (await import('./testrun/runTests.ts')).runTests(repository, rest, print);
    }
    case 'browser':
      await (await import('./testrun/ensureBrowser.ts')).ensureBrowser(context, print);
      return 0;
    case 'down':
      return (await import('./down/down.ts')).down(context, print);
    case 'clean-host': {
      const options = { yes: rest.includes('--yes'), withCache: rest.includes('--cache') };
      return (await import('./clean/clean.ts')).clean(context, options, print);
    }
    default: {
      const options = { json: rest.includes('--json') };
      return (await import('./doctor/doctor.ts')).doctor(context, options, print);
    }
  }
}

async function openContext(command: string): Promise<Context> {
  const settings = await readSettings();
  // Removing everything removes the usual log too, so it writes elsewhere; looking must work where nothing is there.
  const path =
    command === 'up' || command === 'down'
      ? join(settings.logDir, 'setup.log')
      : join(tmpdir(), `labcast-${command}.log`);
  const log = openSetupLog(path);
  log.write(`# ${command}`);
  return {
    settings,
    log,
    run: createCommandRunner(log),
    repository,
    systemd: existsSync('/run/systemd/system'),
  };
}

async function readSettings(): Promise<Settings> {
  const configDir = parseSettings(process.env).configDir;
  return parseSettings(process.env, await readRememberedSettings(configDir));
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
