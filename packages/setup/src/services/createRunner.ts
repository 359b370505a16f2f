import { join } from 'node:path';
import type { Context } from '../run/context.ts';
import { createDetachedRunner } from './detachedRunner.ts';
import type { ServiceRunner } from './service.ts';
import { createSystemdRunner } from './systemdRunner.ts';

/** `releaseFolder` is where the supervisor is taken from, so that it outlives the clone. */
export function createRunner(context: Context, releaseFolder?: string): ServiceRunner {
  if (context.systemd) return createSystemdRunner(context.run);
  return createDetachedRunner(
    context.settings,
    releaseFolder === undefined
      ? undefined
      : join(releaseFolder, 'packages/setup/src/services/supervise.sh'),
  );
}
