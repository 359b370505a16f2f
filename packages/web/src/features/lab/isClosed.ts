import type { Lab } from '@labcast/api-client';

/** Its doors are not open yet for those whose it is; whoever teaches prepares it before. */
export function isClosed({ isOwn, opensAt }: Pick<Lab, 'isOwn' | 'opensAt'>): boolean {
  return isOwn && opensAt !== undefined;
}
