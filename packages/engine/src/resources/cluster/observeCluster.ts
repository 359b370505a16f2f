import type { ObservedCluster } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import { IncusError } from '@labcast/incus';

/** Long for a command that takes 0.1 s, and short enough that a hung node does not hold up everything else. */
const statusLimitMs = 10_000;

/** Asks a control plane how its cluster does. One that cannot answer is a cluster that is not ready. */
export async function observeCluster(
  controlPlane: string,
  incus: IncusClient,
): Promise<ObservedCluster> {
  try {
    const result = await incus.exec(
      controlPlane,
      { command: ['labcast-node', 'status'] },
      { timeoutMs: statusLimitMs },
    );
    return JSON.parse(result.stdout.toString()) as ObservedCluster;
  } catch (error) {
    if (error instanceof IncusError && error.kind === 'unavailable') throw error;
    return {
      ready: false,
      reason: 'The control plane does not say how the cluster does.',
      readyNodes: [],
      apps: {},
    };
  }
}
