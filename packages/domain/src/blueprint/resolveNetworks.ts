import type { BlueprintNetwork } from './blueprint.ts';
import type { Subnet } from './ipv4.ts';
import { contains, getSubnet, overlaps, parseSubnet, writeSubnet } from './ipv4.ts';
import type { LabFile } from './labSchema.ts';
import { limits } from './labSchema.ts';
import type { Report } from './placedProblem.ts';

export interface ResolvedNetwork extends BlueprintNetwork {
  readonly range: Subnet;
}

export const defaultNetworks: NonNullable<LabFile['networks']> = {
  lan: { subnet: '10.10.0.0/24', internet: true },
};

const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(getSubnet);
/** Used inside every lab by Labcast itself. */
export const reservedRanges = [
  { range: getSubnet('10.99.0.0/16'), use: 'the way from labs to the lab host' },
  { range: getSubnet('10.42.0.0/16'), use: 'the pods of clusters' },
  { range: getSubnet('10.43.0.0/16'), use: 'the services of clusters' },
];

/** The networks of a lab that can be used, in the file's order; one `lan` when it names none. */
export function resolveNetworks(
  networks: LabFile['networks'],
  report: Report,
): Map<string, ResolvedNetwork> {
  const entries = Object.entries(networks ?? defaultNetworks);
  if (entries.length > limits.networks)
    report(['networks'], {
      message: `The lab has ${entries.length} networks, the most is ${limits.networks}`,
      remedy: 'Put machines together on fewer networks.',
    });
  const resolved = new Map<string, ResolvedNetwork>();
  for (const [name, network] of entries) {
    const path = ['networks', name, 'subnet'];
    const range = readSubnet(network.subnet, path, report);
    if (!range) continue;
    for (const [otherName, other] of resolved)
      if (overlaps(range, other.range))
        report(path, {
          message: `The subnets of ${otherName} (${other.subnet}) and ${name} (${network.subnet}) overlap`,
          remedy: 'Give each network a subnet of its own, such as 10.20.0.0/24.',
        });
    resolved.set(name, { ...network, range });
  }
  return resolved;
}

function readSubnet(text: string, path: readonly string[], report: Report): Subnet | undefined {
  const range = parseSubnet(text);
  if (!range) {
    report(path, {
      message: `${text} is not an IPv4 subnet`,
      remedy: 'Write a private IPv4 subnet such as 10.10.0.0/24.',
    });
    return undefined;
  }
  const reserved = reservedRanges.find((other) => overlaps(range, other.range));
  if (writeSubnet(range) !== text)
    report(path, {
      message: `${text} is an address inside a subnet`,
      remedy: `Write ${writeSubnet(range)}.`,
    });
  else if (range.prefix < 16 || range.prefix > 29)
    report(path, {
      message: `${text} is ${range.prefix < 16 ? 'larger than a /16' : 'smaller than a /29'}`,
      remedy: 'Write a subnet from /16 to /29.',
    });
  else if (!privateRanges.some((outer) => contains(outer, range)))
    report(path, {
      message: `${text} is not a private subnet`,
      remedy: 'Write one inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.',
    });
  else if (reserved)
    report(path, {
      message: `${text} is needed for ${reserved.use} (${writeSubnet(reserved.range)})`,
      remedy: 'Write another subnet, such as 10.20.0.0/24.',
    });
  return range;
}
