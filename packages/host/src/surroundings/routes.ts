import { z } from 'zod';
import { parseSubnet, type Ipv4Subnet } from '../ipv4.ts';
import type { RunCommand } from '../runCommand.ts';

/** What the host's IPv4 routes tell about the host. */
export interface HostRoutes {
  /** Interfaces by which the host reaches the internet. */
  readonly outsideInterfaces: readonly string[];
  /** Networks that the host is in itself. */
  readonly networks: readonly { readonly subnet: Ipv4Subnet; readonly device: string }[];
  readonly addresses: ReadonlySet<string>;
}

const routeListing = z.array(
  z.object({
    dst: z.string(),
    type: z.string().default('unicast'),
    scope: z.string().optional(),
    dev: z.string().optional(),
    nexthops: z.array(z.object({ dev: z.string().optional() })).default([]),
  }),
);
type Route = z.infer<typeof routeListing>[number];

/** VPN clients route the internet in two halves, to leave the default route as it is. */
const everywhere = new Set(['default', '0.0.0.0/1', '128.0.0.0/1']);

/** nft would read other characters as its own syntax, such as a final star as "all that start so". */
const plainName = /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,14}$/;

export async function readRoutes(run: RunCommand): Promise<HostRoutes> {
  return parseRoutes(await run('ip', ['-j', '-4', 'route', 'show', 'table', 'all']));
}

/** @param listing what `ip -j -4 route show table all` prints */
export function parseRoutes(listing: string): HostRoutes {
  const all = routeListing.parse(JSON.parse(listing));
  const unicast = all.filter((route) => route.type === 'unicast');
  const outside = unicast.filter((route) => everywhere.has(route.dst)).flatMap(devices);
  return {
    outsideInterfaces: [...new Set(outside)].filter((name) => plainName.test(name)),
    networks: unicast
      .filter((route) => route.scope === 'link' && !everywhere.has(route.dst))
      .flatMap((route) => {
        const subnet = parseSubnet(route.dst.includes('/') ? route.dst : `${route.dst}/32`);
        return subnet === undefined ? [] : [{ subnet, device: route.dev ?? '' }];
      }),
    addresses: new Set(all.filter((route) => route.type === 'local').map((route) => route.dst)),
  };
}

function devices({ dev, nexthops }: Route): string[] {
  return [dev, ...nexthops.map((hop) => hop.dev)].filter((name) => name !== undefined);
}
