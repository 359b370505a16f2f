import { canAnimate } from '../run/canAnimate.ts';
import type { Context } from '../run/context.ts';
import { describeFailure } from '../run/printFailure.ts';
import { runSteps, type Step } from '../run/steps.ts';
import { createRunner } from '../services/createRunner.ts';
import { serviceNames } from '../services/describeServices.ts';

const titles: Record<(typeof serviceNames)[number], string> = {
  server: 'Stop the server',
  host: 'Stop the host helper',
  postgres: 'Stop the database',
};

/** Stops our own processes. Incus, the firewall and running labs stay as they are. Returns the exit code. */
export async function down(context: Context, print: (text: string) => void): Promise<number> {
  const runner = createRunner(context);
  const steps = serviceNames.map((name): Step => ({
    title: titles[name],
    run: () => runner.ensureStopped(name),
  }));
  const failure = await runSteps(steps, {
    terminal: canAnimate(),
    print,
    log: (line) => {
      context.log.write(line);
    },
  });
  if (failure) {
    print(describeFailure(failure, context, 'Run `make down` again.'));
    return 1;
  }
  print(
    [
      '',
      'Labcast is stopped, and stays so after a reboot until `make up`.',
      'Labs that run go on, behind the same firewall; Incus was left as it is.',
      '`make clean-host` removes everything, labs included.',
      '',
    ].join('\n'),
  );
  return 0;
}
