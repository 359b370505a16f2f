import { z } from 'zod';
import { HostError } from '../HostError.ts';
import { firstAddress, formatIpv4, overlap, type Ipv4Subnet } from '../ipv4.ts';
import type { RunCommand } from '../runCommand.ts';
import { readRoutes, type HostRoutes } from '../surroundings/routes.ts';
import { bridgeOptions } from './labBridges.ts';
import { findLink, linkAlias, writeLinkSettings } from './linkFiles.ts';

/** The bridge that the gateways of all environments share; the host has its first address. */
export interface Uplink {
  ensure(): Promise<void>;
  /** Cuts all gateways off at once, whatever the firewall lets pass. `ensure` ends it. */
  shut(): Promise<void>;
  remove(): Promise<void>;
}

const addressListing = z.array(
  z.object({ addr_info: z.array(z.object({ local: z.string(), prefixlen: z.number() })) }),
);

export function createUplink(bridge: string, subnet: Ipv4Subnet, run: RunCommand): Uplink {
  const host = firstAddress(subnet);
  const hostCidr = `${formatIpv4(host)}/${subnet.prefix}`;
  // A bridge without a set MAC takes the lowest of its ports: gateways would lose the host whenever that changes.
  const mac = ['02:4c', ...[24, 16, 8, 0].map((shift) => hexByte(host >>> shift))].join(':');

  function find(): ReturnType<typeof findLink> {
    const link = findLink(bridge);
    if (link === undefined || (link.isBridge && ['', linkAlias].includes(link.alias))) return link;
    throw new HostError(
      'refused',
      `The network link ${bridge} exists and is not Labcast's. Rename or remove it, then start again.`,
    );
  }

  async function ensureAddress(): Promise<void> {
    const addresses = addressListing
      .parse(JSON.parse(await run('ip', ['-j', '-4', 'address', 'show', 'dev', bridge])))
      .flatMap((link) => link.addr_info)
      .map(({ local, prefixlen }) => `${local}/${prefixlen}`);
    if (addresses.length === 1 && addresses[0] === hostCidr) return;
    if (addresses.length > 0) await run('ip', ['address', 'flush', 'dev', bridge]);
    await run('ip', ['address', 'add', hostCidr, 'dev', bridge]);
  }

  return {
    async ensure() {
      const link = find();
      if (link === undefined) {
        checkNotInUse(subnet, await readRoutes(run));
        await run('ip', ['link', 'add', 'name', bridge, 'address', mac, ...bridgeOptions]);
      }
      await writeLinkSettings(bridge, {
        'ipv6/conf': { disable_ipv6: 1 },
        // Answers ARP for its own address alone: gateways do not learn which others the host has.
        'ipv4/conf': { arp_ignore: 1, rp_filter: 1, send_redirects: 0 },
      });
      await ensureAddress();
      if (link?.isUp === true && link.alias === linkAlias) return;
      await run('ip', ['link', 'set', 'dev', bridge, 'alias', linkAlias, 'up']);
    },
    async shut() {
      if (find() !== undefined) await run('ip', ['link', 'set', 'dev', bridge, 'down']);
    },
    async remove() {
      if (find() !== undefined) await run('ip', ['link', 'delete', 'dev', bridge]);
    },
  };
}

function checkNotInUse(subnet: Ipv4Subnet, { networks }: HostRoutes): void {
  const taken = networks.find((network) => overlap(subnet, network.subnet));
  if (taken === undefined) return;
  throw new HostError(
    'refused',
    `The uplink subnet ${subnet.cidr} overlaps ${taken.subnet.cidr} on ${taken.device}. ` +
      'Set LABCAST_UPLINK_SUBNET to a private network that this host does not use.',
  );
}

function hexByte(value: number): string {
  return (value & 255).toString(16).padStart(2, '0');
}
