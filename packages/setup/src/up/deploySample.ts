import { join } from 'node:path';
import type { Context } from '../run/context.ts';
import type { CommandOptions } from '../run/command.ts';
import { SetupError } from '../run/setupError.ts';
import { tokenFiles } from '../token/ensureAdminToken.ts';

const notThere = 3;

/** The sample lab: made when it is not there, tried again when it is not ready. */
export async function deploySample(
  context: Context,
  report: (text: string) => void,
): Promise<string> {
  if (context.settings.explicit.LABCAST_SAMPLE === 'no') return 'not wanted (LABCAST_SAMPLE=no)';
  const labcast = (parameters: readonly string[], options: CommandOptions) =>
    context.run(join(context.repository, 'labcast'), parameters, {
      ...options,
      environment: {
        LABCAST_PORT: String(context.settings.port),
        LABCAST_TOKEN_FILE: tokenFiles(context.settings.stateDir).token,
      },
    });
  const found = await labcast(['status', 'webserver', '--json'], { mayFail: true });
  if (found.exitCode !== 0 && found.exitCode !== notThere)
    throw new SetupError('The server does not tell whether the sample is there.', {
      lastLines: `${found.stdout}\n${found.stderr}`.split('\n').filter(Boolean).slice(-8),
      remedy: 'Run `./labcast status webserver` and `./labcast doctor`.',
    });
  if (found.exitCode === 0 && stateOf(found.stdout) === 'ready')
    return 'webserver is there already';
  const command =
    found.exitCode === 0 ? ['retry', 'webserver'] : ['create', 'webserver', '--name', 'webserver'];
  await labcast(command, {
    timeoutMs: 10 * 60_000,
    onLine: report,
    remedy:
      'Run `./labcast status webserver` for the reason. `./labcast destroy webserver` removes it; `make up` makes it again.',
  });
  return 'webserver is ready';
}

function stateOf(document: string): string | undefined {
  return (JSON.parse(document) as { status?: { state?: string } }).status?.state;
}
