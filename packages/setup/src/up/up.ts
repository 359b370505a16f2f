import { canAnimate } from '../run/canAnimate.ts';
import type { Context } from '../run/context.ts';
import { describeFailure } from '../run/printFailure.ts';
import { runSteps } from '../run/steps.ts';
import { createRunner } from '../services/createRunner.ts';
import { noProgress, upSteps } from './upSteps.ts';

/** Sets everything up and deploys the sample. Returns the exit code. */
export async function up(context: Context, print: (text: string) => void): Promise<number> {
  const startedAt = performance.now();
  const progress = { ...noProgress };
  const failure = await runSteps(upSteps(context, progress), {
    terminal: canAnimate(),
    print,
    log: (line) => {
      context.log.write(line);
    },
  });
  if (failure) {
    const text = describeFailure(failure, context, 'Run `make up` again: it goes on from there.');
    context.log.write(text);
    print(text);
    return 1;
  }
  const { port } = context.settings;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  print(
    [
      '',
      `Labcast is up after ${seconds} s: http://localhost:${String(port)}`,
      '',
      ...describeSetupLink(progress.setupLink),
      '  ./labcast open webserver     the page of the sample lab',
      '  ./labcast status webserver   what it is made of, and how it is',
      '  ./labcast create webserver cpu=1 memory=1GiB storage=4GiB',
      '  ./labcast types              what else can be created',
      '  make test                    tries everything on this machine',
      '  make down                    stops Labcast; labs go on',
      '',
      `Logs: ${context.log.path}, ${createRunner(context).whereIsLog('server')}`,
      '',
    ].join('\n'),
  );
  return 0;
}

/** Printed, and written nowhere. */
function describeSetupLink(link: string | undefined): string[] {
  if (link === undefined) return [];
  return [
    'Make your account, by this link within a day (it works once; `make up` prints a new one):',
    '',
    `  ${link}`,
    '',
  ];
}
