import type { IncusClient } from './client.ts';
import { isIncusError } from './errors.ts';
import type { Operations } from './operations.ts';
import { pathOf, type Transport } from './transport.ts';

type SnapshotCalls = Pick<IncusClient, 'createSnapshot' | 'listSnapshots' | 'removeSnapshot'>;

export function createSnapshotCalls(transport: Transport, operations: Operations): SnapshotCalls {
  return {
    async createSnapshot(instance, name) {
      const body = { name, stateful: false };
      const path = pathOf('instances', instance, 'snapshots');
      await operations.whileBusy(instance, () => operations.run({ method: 'POST', path, body }));
    },
    async listSnapshots(instance) {
      const { metadata } = await transport.call({
        method: 'GET',
        path: pathOf('instances', instance, 'snapshots'),
        query: { recursion: '1' },
      });
      return (metadata as { name: string }[]).map(({ name }) => name);
    },
    async removeSnapshot(instance, name) {
      const path = pathOf('instances', instance, 'snapshots', name);
      try {
        await operations.whileBusy(instance, () => operations.run({ method: 'DELETE', path }));
      } catch (error) {
        if (!isIncusError(error, 'not-found')) throw error;
      }
    },
  };
}
