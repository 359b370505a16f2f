import type { LabBridges } from './bridges/labBridges.ts';
import type { HostClient, HostNetworks } from './client.ts';
import type { LabFirewall } from './firewall/labFirewall.ts';
import type { HostOptions } from './hostOptions.ts';
import type { KernelSettings } from './settings/kernelSettings.ts';
import { readMemory } from './surroundings/memory.ts';

interface Parts {
  readonly options: HostOptions;
  readonly bridges: LabBridges;
  readonly firewall: LabFirewall;
  readonly settings: KernelSettings;
}

/** Tells what is there now; nothing is remembered that could be out of date. */
export function createStatusReader({
  options,
  bridges,
  firewall,
  settings,
}: Parts): Pick<HostClient, 'getNetworks' | 'getStatus'> {
  const readNetworks = (): HostNetworks => ({
    uplinkBridge: options.uplinkBridge,
    uplinkSubnet: options.uplinkSubnet.cidr,
    nameServers: firewall.listNameServers(),
    bridges: bridges.list(),
    egress: firewall.listEgress(),
  });

  return {
    getNetworks: () => Promise.resolve().then(readNetworks),
    getStatus: async () => ({
      ...readNetworks(),
      firewallInPlace: await firewall.isInPlace(),
      kernelSettings: await settings.list(),
      ...(await readMemory()),
    }),
  };
}
