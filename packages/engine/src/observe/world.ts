import type { HostFacts } from '@labcast/domain';
import type { HostClient, HostNetworks } from '@labcast/host';
import type { IncusClient, Instance } from '@labcast/incus';
import { sharedCall } from './sharedCall.ts';

/** What there is, read when asked; nothing is remembered that could be out of date. */
export interface World {
  listInstances(): Promise<Instance[]>;
  hostNetworks(): Promise<HostNetworks>;
  /** What an environment has to be told about the host that it runs on. */
  facts(): Promise<Pick<HostFacts, 'uplinkBridge' | 'uplinkSubnet' | 'nameServers'>>;
}

export function createWorld(incus: IncusClient, host: HostClient): World {
  const hostNetworks = sharedCall(() => host.getNetworks());
  return {
    listInstances: sharedCall(() => incus.listInstances()),
    hostNetworks,
    async facts() {
      const { uplinkBridge, uplinkSubnet, nameServers } = await hostNetworks();
      return { uplinkBridge, uplinkSubnet, nameServers };
    },
  };
}
