import { join } from 'node:path';
import type { Context } from '../run/context.ts';
import { SetupError } from '../run/setupError.ts';

const notThere = 3;

/** The sample lab, made once: whoever destroyed it on purpose gets it back with the next `make up`. */
export async function deploySample(
  context: Context,
  report: (text: string) => void,
): Promise<string> {
  if (context.settings.explicit.LABCAST_SAMPLE === 'no') return 'not wanted (LABCAST_SAMPLE=no)';
  const labcast = join(context.repository, 'labcast');
  const environment = {
    LABCAST_PORT: String(context.settings.port),
    LABCAST_TOKEN_FILE: join(context.settings.stateDir, 'admin-token'),
  };
  const found = await context.run(labcast, ['status', 'webserver', '--json'], {
    environment,
    mayFail: true,
  });
  if (found.exitCode === 0) return 'webserver is there already';
  if (found.exitCode !== notThere)
    throw new SetupError('The server does not tell whether the sample is there.', {
      lastLines: `${found.stdout}\n${found.stderr}`.split('\n').filter(Boolean).slice(-8),
      remedy: 'Run `./labcast status webserver` and `./labcast doctor`.',
    });
  await context.run(labcast, ['create', 'webserver', '--name', 'webserver'], {
    environment,
    timeoutMs: 5 * 60_000,
    onLine: report,
    remedy:
      'Run `./labcast status webserver` for the reason. `./labcast destroy webserver` removes it; `make up` makes it again.',
  });
  return 'webserver is ready';
}
