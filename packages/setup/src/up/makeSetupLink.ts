import type { Context } from '../run/context.ts';
import { httpGet } from '../services/httpGet.ts';
import type { Service } from '../services/service.ts';

/**
 * The one-time link for the first administrator's account; undefined once there is one. Made anew each time, so one that
 * got lost is no harm. It is the server's own program that makes it, as the server's own user.
 */
export async function makeSetupLink(
  context: Context,
  server: Service,
): Promise<string | undefined> {
  const answer = await httpGet({ port: context.settings.port }, '/api/v1/session');
  if (answer?.status !== 200 || !needsSetup(answer.body)) return undefined;
  const { user } = server;
  const asUser = [`--reuid=${user}`, `--regid=${user}`, '--init-groups', '--'];
  const { stdout } = await context.run('setpriv', [...asUser, ...server.command, 'setup-link'], {
    environment: server.environment,
    isSecret: true,
  });
  return stdout.trim();
}

function needsSetup(body: string): boolean {
  return (JSON.parse(body) as { setupNeeded?: boolean }).setupNeeded === true;
}
