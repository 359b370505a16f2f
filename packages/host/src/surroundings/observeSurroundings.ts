import type { HostOptions } from '../hostOptions.ts';
import type { RunCommand } from '../runCommand.ts';
import { readNameServers, resolverFiles } from './nameServers.ts';
import { readRoutes } from './routes.ts';

/** What the firewall needs to know about the host that it stands on; all of it may change while labs run. */
export interface Surroundings {
  readonly nameServers: readonly string[];
  readonly hostNetworks: readonly string[];
  readonly outsideInterfaces: readonly string[];
}

/** What is known without looking: the uplink, and what the administrator set in place of what is found. */
export type KnownSurroundings = Pick<
  HostOptions,
  'uplinkBridge' | 'nameServers' | 'egressInterfaces'
>;

export async function observeSurroundings(
  known: KnownSurroundings,
  run: RunCommand,
): Promise<Surroundings> {
  const { networks, addresses, outsideInterfaces } = await readRoutes(run);
  return {
    nameServers: known.nameServers ?? (await readNameServers(resolverFiles, addresses)),
    hostNetworks: networks
      .filter(({ device }) => device !== known.uplinkBridge)
      .map(({ subnet }) => subnet.cidr),
    outsideInterfaces: known.egressInterfaces ?? outsideInterfaces,
  };
}
