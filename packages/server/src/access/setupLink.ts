import type { Store } from '@labcast/store';
import { newSecret, sha256 } from './secrets.ts';

const validSeconds = 24 * 3600;

/** Makes the one-time link with which an administrator's account is made; one made before and not used is worthless. */
export async function makeSetupLink(
  store: Pick<Store, 'saveSetupLink'>,
  baseUrl: string,
): Promise<{ url: string; expiresAt: Date }> {
  const token = newSecret();
  const expiresAt = await store.saveSetupLink(sha256(token), validSeconds);
  return { url: `${baseUrl.replace(/\/$/, '')}/setup/${token}`, expiresAt };
}
