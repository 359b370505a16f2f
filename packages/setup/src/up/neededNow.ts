import { findPool } from '../incus/ensureIncusObjects.ts';
import type { Finding } from '../machine/judgeMachine.ts';
import { SetupError } from '../run/setupError.ts';
import type { Settings } from '../settings/settings.ts';

const gibibyte = 1024 ** 3;

/** A machine that has its pool already needs no room for one. */
export async function neededNow(
  settings: Settings,
): Promise<{ memoryBytes: number; diskFreeBytes: number }> {
  const needsPoolFile =
    settings.poolSource === undefined && (await findPool(settings.pool)) === undefined;
  return { memoryBytes: 4 * gibibyte, diskFreeBytes: (needsPoolFile ? 15 : 2) * gibibyte };
}

/** Throws when anything is an error, with all of them and what to do about each. */
export function refuseUnfit(findings: readonly Finding[]): void {
  const errors = findings.filter((finding) => finding.level === 'error');
  if (errors.length === 0) return;
  throw new SetupError(errors.map((finding) => finding.message).join('\n  '), {
    remedy: errors.map((finding) => finding.remedy ?? '').join('\n              '),
  });
}
