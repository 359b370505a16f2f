import type { IncusClient } from './client.ts';
import { isIncusError, type IncusErrorKind } from './errors.ts';
import { pathOf, type Transport } from './transport.ts';

type ServerCalls = Pick<
  IncusClient,
  | 'getServerVersion'
  | 'getResources'
  | 'ensureProject'
  | 'removeProject'
  | 'ensureStoragePool'
  | 'removeStoragePool'
  | 'getPoolUsage'
>;

/** Images come from the default project, and networks are made outside of Incus. */
const projectConfig = { 'features.images': 'false', 'features.networks': 'false' };

export function createServerCalls(transport: Transport): ServerCalls {
  const get = async (path: string): Promise<unknown> =>
    (await transport.call({ method: 'GET', path })).metadata;

  return {
    async getServerVersion() {
      const { environment } = (await get('')) as { environment: { server_version: string } };
      return environment.server_version;
    },
    async getResources() {
      const { cpu, memory } = (await get('/resources')) as {
        cpu: { total: number };
        memory: { total: number; used: number };
      };
      return { cpus: cpu.total, memoryBytes: memory.total, memoryUsedBytes: memory.used };
    },
    async ensureProject() {
      const body = { name: transport.project, config: projectConfig };
      await unless('conflict', transport.call({ method: 'POST', path: '/projects', body }));
    },
    async removeProject() {
      const path = pathOf('projects', transport.project);
      await unless('not-found', transport.call({ method: 'DELETE', path }));
    },
    async ensureStoragePool(name, driver, config) {
      const body = { name, driver, config };
      await unless('conflict', transport.call({ method: 'POST', path: '/storage-pools', body }));
    },
    async removeStoragePool(name) {
      const path = pathOf('storage-pools', name);
      await unless('not-found', transport.call({ method: 'DELETE', path }));
    },
    async getPoolUsage(name) {
      const { space } = (await get(`${pathOf('storage-pools', name)}/resources`)) as {
        space: { total: number; used: number };
      };
      return { totalBytes: space.total, usedBytes: space.used };
    },
  };
}

async function unless(kind: IncusErrorKind, call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isIncusError(error, kind)) throw error;
  }
}
