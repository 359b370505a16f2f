import { HostError } from '../HostError.ts';
import type { RunCommand } from '../runCommand.ts';
import { findLink, isLabcastAlias, listLinks, writeLinkSettings } from './linkFiles.ts';

/** The bridges that labs' machines are wired to: plain Linux bridges on which the host itself has no place. */
export interface LabBridges {
  list(): string[];
  ensure(name: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** No spanning tree and no forward delay: a port works at once. No snooping: multicast reaches all of the lab. */
export const bridgeOptions = [
  ...['type', 'bridge', 'stp_state', '0', 'forward_delay', '0', 'mcast_snooping', '0'],
];

/**
 * Linux answers ARP for every address of the host on every link, and takes packets for them, even on a bridge without an
 * address: a lab that uses a subnet of the host's would find the host in it. arp_ignore 8 answers nothing; the strict
 * reverse path filter refuses each packet, as no route leads back to a lab. So a lab bridge is closed towards the host
 * even while the firewall table is away.
 */
const closedToHost = {
  'ipv6/conf': { disable_ipv6: 1 },
  'ipv4/conf': { arp_ignore: 8, rp_filter: 1 },
};

/**
 * @param prefix what all names of lab bridges start with, `lc-`
 * @param owner the alias that tells this installation's bridges from another one's on the same host
 */
export function createLabBridges(prefix: string, owner: string, run: RunCommand): LabBridges {
  const pattern = new RegExp(`^${prefix}[a-z][a-z0-9]{6}-[0-9]{1,2}$`);

  function checkName(name: string): void {
    if (pattern.test(name)) return;
    throw new HostError(
      'rejected',
      `"${name.slice(0, 40)}" is not the name of a lab bridge. They look like ${prefix}abc1234-0.`,
    );
  }

  function findOurs(name: string): ReturnType<typeof findLink> {
    const link = findLink(name);
    // A helper that was killed between the two commands below leaves a bridge without the alias.
    if (link === undefined || (link.isBridge && ['', owner].includes(link.alias))) return link;
    // Names of labs are random: this one is ours under an alias that the settings gave it before.
    if (link.isBridge && isLabcastAlias(link.alias)) return link;
    throw new HostError(
      'refused',
      `The network link ${name} exists and is not Labcast's. Rename or remove it, then repeat.`,
    );
  }

  return {
    list() {
      return listLinks().filter((name) => {
        const link = pattern.test(name) ? findLink(name) : undefined;
        return link?.isBridge === true && ['', owner].includes(link.alias);
      });
    },
    async ensure(name) {
      checkName(name);
      const link = findOurs(name);
      // The alias comes last, with "up": a bridge that has both is finished.
      if (link?.alias === owner && link.isUp) return;
      if (link === undefined) await run('ip', ['link', 'add', 'name', name, ...bridgeOptions]);
      await writeLinkSettings(name, closedToHost);
      await run('ip', ['link', 'set', 'dev', name, 'alias', owner, 'up']);
    },
    async remove(name) {
      checkName(name);
      if (findOurs(name) === undefined) return;
      try {
        await run('ip', ['link', 'delete', 'dev', name]);
      } catch (error) {
        if (findLink(name) !== undefined) throw error;
      }
    },
  };
}
