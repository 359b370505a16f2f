import type { HostObservation } from '@labcast/domain';
import type { ReconcileDeps } from '../deps.ts';

/** Images and CPUs change rarely and cost Incus more to tell. */
const slowPartsEvery = 6;

/** Writes down, each time it is called, what the lab host has and uses, for admission and for the people. */
export function createHostObserver(deps: ReconcileDeps): () => Promise<void> {
  let count = 0;
  let slowParts: Pick<HostObservation, 'cpus' | 'images'> | undefined;

  return async () => {
    if (!slowParts || count % slowPartsEvery === 0) {
      const [resources, images] = await Promise.all([
        deps.incus.getResources(),
        deps.incus.listImages(),
      ]);
      slowParts = { cpus: resources.cpus, images: images.flatMap(({ aliases }) => aliases) };
    }
    count++;
    const [host, pool] = await Promise.all([
      deps.host.getStatus(),
      deps.incus.getPoolUsage(deps.settings.storagePool),
    ]);
    await deps.store.saveHostObservation({
      ...slowParts,
      memoryTotalBytes: host.memoryTotalBytes,
      memoryAvailableBytes: host.memoryAvailableBytes,
      poolTotalBytes: pool.totalBytes,
      poolUsedBytes: pool.usedBytes,
      uplinkSubnet: host.uplinkSubnet,
      nameServers: host.nameServers,
    });
  };
}
