import { createStore, migrate } from '@labcast/store';
import type { Config } from './config.ts';
import { makeSetupLink } from './access/setupLink.ts';

/**
 * `main.ts setup-link`: prints a one-time link with which an administrator's account is made, and nothing else, so that
 * the command that sets the machine up can pass it on.
 */
export async function printSetupLink({ databaseUrl, publicUrl, listen }: Config): Promise<void> {
  await migrate({ databaseUrl });
  const store = createStore({ databaseUrl });
  try {
    const { url } = await makeSetupLink(
      store,
      publicUrl?.href ?? `http://localhost:${listen.port}`,
    );
    process.stdout.write(`${url}\n`);
  } finally {
    await store.close();
  }
}
