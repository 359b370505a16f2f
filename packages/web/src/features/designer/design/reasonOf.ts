import type { ElementStatus, EnvironmentStatus } from '@labcast/domain';

/** Why an element is not ready, with what to do about it: that is told of the environment's last error alone. */
export function reasonOf(
  { reason }: Pick<ElementStatus, 'reason'>,
  lastError: EnvironmentStatus['lastError'],
): string | undefined {
  if (reason === undefined || lastError?.remedy === undefined) return reason;
  return lastError.message === reason ? `${reason} ${lastError.remedy}` : reason;
}
