import { join } from 'node:path';
import type { Context } from '../run/context.ts';
import { SetupError } from '../run/setupError.ts';
import { httpGet } from './httpGet.ts';
import type { Service, ServiceRunner } from './service.ts';
import { waitUntil } from './waitUntil.ts';

/** Whether it does its work, not only whether it runs. */
export async function isReady(context: Context, name: string): Promise<boolean> {
  const { runDir, port } = context.settings;
  switch (name) {
    case 'postgres': {
      const asked = await context.run(
        'pg_isready',
        ['--quiet', '-h', join(runDir, 'postgres'), '-d', 'postgres'],
        { mayFail: true },
      );
      return asked.exitCode === 0;
    }
    case 'host':
      return (
        (await httpGet({ socketPath: join(runDir, 'host.sock') }, '/v1/status'))?.status === 200
      );
    default:
      return (await httpGet({ port }, '/readyz'))?.status === 200;
  }
}

/** Runs and is ready afterwards, or throws with the last lines that it said. */
export async function startService(
  context: Context,
  runner: ServiceRunner,
  service: Service,
): Promise<string> {
  const outcome = await runner.ensureRunning(service);
  const ready = await waitUntil(() => isReady(context, service.name), { timeoutMs: 120_000 });
  if (!ready)
    throw new SetupError(
      `${service.description} was started, but is not ready after two minutes.`,
      {
        lastLines: await runner.tail(service.name),
        remedy: `Read its log (${runner.whereIsLog(service.name)}), then run \`make up\` again.`,
      },
    );
  return outcome;
}
