import { startCluster } from '@labcast/store/testing';

const variable = 'LABCAST_TEST_DATABASE_URL';

/** One server for all databases of a test file, for `beforeAll`; returns the way to remove it. */
export async function startDatabaseServer(): Promise<() => Promise<void>> {
  if (process.env[variable] !== undefined) return () => Promise.resolve();
  const cluster = await startCluster();
  process.env[variable] = cluster.url('postgres');
  return async () => {
    Reflect.deleteProperty(process.env, variable);
    await cluster.remove();
  };
}
