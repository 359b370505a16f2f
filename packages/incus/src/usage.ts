import type { IncusClient } from './client.ts';
import { pathOf, type Transport } from './transport.ts';

/** Incus itself measures only every 8 s, and answers for all instances at once. */
const metricsAgeMs = 5_000;

interface State {
  readonly memory: { readonly usage: number } | null;
  readonly cpu: { readonly usage: number } | null;
  readonly disk: { readonly root?: { readonly usage: number } } | null;
  readonly processes: number;
  readonly network: Readonly<
    Record<string, { addresses: { family: string; scope: string; address: string }[] }>
  > | null;
}

export function createUsageCalls(
  transport: Transport,
): Pick<IncusClient, 'getInstanceUsage' | 'getAddresses'> {
  let metrics: { readonly readAt: number; readonly text: Promise<string> } | undefined;

  function readMetrics(): Promise<string> {
    if (metrics === undefined || Date.now() - metrics.readAt > metricsAgeMs) {
      const text = transport
        .fetchContent({ method: 'GET', path: '/metrics' })
        .then(({ body }) => body.toString());
      metrics = { readAt: Date.now(), text };
      text.catch(() => (metrics = undefined));
    }
    return metrics.text;
  }

  async function readState(name: string): Promise<State> {
    const path = pathOf('instances', name, 'state');
    return (await transport.call({ method: 'GET', path })).metadata as State;
  }

  return {
    async getInstanceUsage(name) {
      const [state, text] = await Promise.all([readState(name), readMetrics()]);
      return {
        // The state's figure counts page cache; an instance just started is not yet in the metrics.
        memoryBytes: residentBytes(text, name) ?? state.memory?.usage ?? 0,
        cpuSeconds: (state.cpu?.usage ?? 0) / 1e9,
        diskBytes: state.disk?.root?.usage ?? 0,
        processes: Math.max(state.processes, 0),
      };
    },
    async getAddresses(name) {
      const { network } = await readState(name);
      return Object.fromEntries(
        Object.entries(network ?? {})
          .filter(([device]) => device !== 'lo')
          .map(([device, { addresses }]) => [
            device,
            addresses
              .filter(({ family, scope }) => family === 'inet' && scope === 'global')
              .map(({ address }) => address),
          ]),
      );
    },
  };
}

/** From Prometheus text: `incus_memory_RSS_bytes{name="NAME",...} 57344`. */
export function residentBytes(metrics: string, name: string): number | undefined {
  for (const line of metrics.split('\n')) {
    if (line.startsWith('incus_memory_RSS_bytes{') && line.includes(`name="${name}"`)) {
      return Number(line.slice(line.lastIndexOf(' ')));
    }
  }
  return undefined;
}
