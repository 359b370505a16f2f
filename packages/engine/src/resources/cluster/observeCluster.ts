import type { ObservedApp, ObservedCluster } from '@labcast/domain';
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
    return readAnswer(JSON.parse(result.stdout.toString()));
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

/** Students are root where this comes from, so nothing about it is taken for granted. */
function readAnswer(answer: unknown): ObservedCluster {
  const { ready, reason, readyNodes, apps } = asRecord(answer);
  return {
    ready: ready === true,
    ...(typeof reason === 'string' && { reason }),
    readyNodes: Array.isArray(readyNodes)
      ? readyNodes.filter((node) => typeof node === 'string')
      : [],
    apps: Object.fromEntries(
      Object.entries(asRecord(apps ?? {})).map(([name, app]) => [name, readApp(app)]),
    ),
  };
}

function readApp(answer: unknown): ObservedApp {
  const { hash, available, reason } = asRecord(answer);
  return {
    hash: typeof hash === 'string' ? hash : '',
    available: available === true,
    ...(typeof reason === 'string' && { reason }),
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw new Error('Not an object.');
}
