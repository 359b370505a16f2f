import type { ElementStatus } from '@labcast/domain';

/** Why an element is not as it should be, with what to do about it. */
export function reasonOf({ reason, remedy }: ElementStatus): string | undefined {
  return reason === undefined || remedy === undefined ? reason : `${reason} ${remedy}`;
}
