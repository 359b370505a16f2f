import { createInterface } from 'node:readline/promises';
import { canAnimate } from '../run/canAnimate.ts';
import type { Context } from '../run/context.ts';
import { describeFailure } from '../run/printFailure.ts';
import { runSteps } from '../run/steps.ts';
import { cleanSteps } from './cleanSteps.ts';
import { observeRemains, type Remains } from './leftovers.ts';

/**
 * Removes every trace but the packages and, unless asked, the caches; then looks, and says what is left. Returns the
 * exit code.
 */
export async function clean(
  context: Context,
  options: { yes: boolean; withCache: boolean },
  print: (text: string) => void,
): Promise<number> {
  const before = await observeRemains(context, options.withCache);
  print(
    before.length === 0 ? 'Nothing of Labcast is in sight.' : `To be removed:\n${list(before)}`,
  );
  if (before.length > 0 && !options.yes && process.stdin.isTTY && !(await isConfirmed())) {
    print('Nothing was changed.');
    return 1;
  }
  const failure = await runSteps(cleanSteps(context, options.withCache), {
    terminal: canAnimate(),
    print,
    log: () => undefined,
  });
  if (failure) {
    print(describeFailure(failure, context, 'Run `make clean-host` again: it goes on from there.'));
    return 1;
  }
  const after = await observeRemains(context, options.withCache);
  if (after.length > 0) {
    print(`\nStill there:\n${list(after)}`);
    return 1;
  }
  print(
    [
      '',
      'Nothing of Labcast is left on this machine, as looking again shows.',
      `Debian's packages stay, with apt's source for them${options.withCache ? '' : `, and so do the caches in ${context.settings.cacheDir} (make clean-host CACHE=1 removes them)`}.`,
      '',
    ].join('\n'),
  );
  return 0;
}

function list(remains: readonly Remains[]): string {
  return remains
    .map(({ kind, names }) => {
      const shown = names.slice(0, 8).join(', ');
      const more = names.length > 8 ? `, and ${String(names.length - 8)} more` : '';
      return `  ${String(names.length).padStart(4)} ${kind}: ${shown}${more}`;
    })
    .join('\n');
}

async function isConfirmed(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Remove all of it, with everybody's work? [yes/NO] ");
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}
