import { readFile } from 'node:fs/promises';
import type { Store } from '@labcast/store';

/** Makes the token whose SHA-256 the file holds the administrator's, and the one before worthless. */
export async function loadAdminToken(
  store: Pick<Store, 'saveAdminTokenHash'>,
  file: string,
): Promise<void> {
  const hash = (await readFile(file, 'utf8')).trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash)) {
    throw new Error(
      `${file} does not hold a SHA-256 in hexadecimal. Run "make up" to write it anew.`,
    );
  }
  await store.saveAdminTokenHash(hash);
}
