import type { HostFacts } from '@labcast/domain';
import type { HostClient, HostStatus } from '@labcast/host';
import type { IncusClient, Instance } from '@labcast/incus';
import { sharedCall } from './sharedCall.ts';

/** What there is, read when asked; nothing is remembered that could be out of date. */
export interface World {
  listInstances(): Promise<Instance[]>;
  hostStatus(): Promise<HostStatus>;
  /** What an environment has to be told about the host that it runs on. */
  facts(): Promise<Pick<HostFacts, 'uplinkBridge' | 'uplinkSubnet' | 'nameServers'>>;
}

export function createWorld(incus: IncusClient, host: HostClient): World {
  const hostStatus = sharedCall(() => host.getStatus());
  return {
    listInstances: sharedCall(() => incus.listInstances()),
    hostStatus,
    async facts() {
      const { uplinkBridge, uplinkSubnet, nameServers } = await hostStatus();
      return { uplinkBridge, uplinkSubnet, nameServers };
    },
  };
}
