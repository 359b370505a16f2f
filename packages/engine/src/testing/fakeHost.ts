import { setImmediate as turn } from 'node:timers/promises';
import type {
  ComparedDisks,
  HostClient,
  HostErrorKind,
  HostNetworks,
  HostStatus,
  HostUsage,
} from '@labcast/host';
import { HostError } from '@labcast/host';

type Method = Exclude<keyof HostClient, 'close'>;

export interface FakeHost {
  readonly client: HostClient;
  /** What is there; tests may look and change. */
  readonly bridges: Set<string>;
  readonly egress: Set<string>;
  /** Tests may fill it; names as `fake_k3abcde-web`. */
  usage: HostUsage;
  /** Tests that have instances connect it with them. */
  setFrozen: (names: readonly string[], frozen: boolean) => void;
  /** What differs between two disks, by `before:after`; nothing between all others. */
  readonly comparisons: Map<string, ComparedDisks>;
  /** The next `times` calls of `method` throw `kind`; `after` lets them do their work first, as when the answer is lost. */
  failNext(
    method: Method,
    kind: HostErrorKind,
    options?: { times?: number; when?: 'before' | 'after' },
  ): void;
  /** Nothing that was to fail fails any more. */
  heal(): void;
}

/** The root helper in memory: no kernel, and the same answers. */
export function createFakeHost(): FakeHost {
  const bridges = new Set<string>();
  const egress = new Set<string>();
  const failures: { method: Method; kind: HostErrorKind; when: 'before' | 'after' }[] = [];
  let isRestored = false;

  async function answer<Result>(method: Method, work: () => Result): Promise<Result> {
    await turn();
    const index = failures.findIndex((failure) => failure.method === method);
    const [failure] = index < 0 ? [] : failures.splice(index, 1);
    const error = failure && new HostError(failure.kind, `Planned failure of ${method}.`);
    if (failure?.when === 'before') throw error!;
    const result = work();
    if (error) throw error;
    return result;
  }

  function refuseAfterRestoring(): void {
    if (isRestored) throw new HostError('refused', 'The host was restored: its firewall is gone.');
  }

  const getNetworks = (): HostNetworks => ({
    uplinkBridge: 'lcup',
    uplinkSubnet: '10.99.0.0/16',
    nameServers: ['192.0.2.53'],
    bridges: [...bridges],
    egress: [...egress],
  });

  const getStatus = (): HostStatus => ({
    ...getNetworks(),
    firewallInPlace: !isRestored,
    kernelSettings: {},
    memoryAvailableBytes: 6 * 2 ** 30,
    memoryTotalBytes: 8 * 2 ** 30,
  });

  const client: HostClient = {
    getStatus: () => answer('getStatus', getStatus),
    getNetworks: () => answer('getNetworks', getNetworks),
    getUsage: () => answer('getUsage', () => fake.usage),
    compareDisks: ({ before, after }) =>
      answer(
        'compareDisks',
        () => fake.comparisons.get(`${before}:${after}`) ?? { files: [], total: 0 },
      ),
    ensureBridge: (name) =>
      answer('ensureBridge', () => {
        refuseAfterRestoring();
        if (!name.startsWith('lc-'))
          throw new HostError('rejected', `${name} is not a lab bridge.`);
        bridges.add(name);
      }),
    removeBridge: (name) =>
      answer('removeBridge', () => {
        bridges.delete(name);
      }),
    setEgress: (address, allowed) =>
      answer('setEgress', () => {
        refuseAfterRestoring();
        if (allowed) egress.add(address);
        else egress.delete(address);
      }),
    freeze: (names) => answer('freeze', () => fake.setFrozen(names, true)),
    giveRoom: () => answer('giveRoom', () => undefined),
    limitDisk: () => answer('limitDisk', () => undefined),
    thaw: (names) => answer('thaw', () => fake.setFrozen(names, false)),
    restore: () =>
      answer('restore', () => {
        isRestored = true;
        bridges.clear();
        egress.clear();
      }),
    close: () => Promise.resolve(),
  };
  const fake: FakeHost = {
    client,
    bridges,
    egress,
    usage: { instances: [], disks: [] },
    setFrozen: () => undefined,
    comparisons: new Map(),
    failNext(method, kind, { times = 1, when = 'before' } = {}) {
      for (let count = 0; count < times; count++) failures.push({ method, kind, when });
    },
    heal() {
      failures.length = 0;
    },
  };
  return fake;
}
