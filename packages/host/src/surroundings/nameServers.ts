import { parseIpv4 } from '../ipv4.ts';
import { readIfThere } from '../readIfThere.ts';

/** Where a host says whom it asks: the second one is systemd-resolved's, behind its stub on 127.0.0.53. */
export const resolverFiles = ['/etc/resolv.conf', '/run/systemd/resolve/resolv.conf'];

/** IPv4 name servers of a resolv.conf in its order. IPv6 ones are left out, as the uplink has no IPv6. */
export function parseNameServers(resolverFile: string): string[] {
  const found = resolverFile.split('\n').flatMap((line) => {
    const [keyword, address = ''] = line.trim().split(/\s+/);
    return keyword === 'nameserver' && parseIpv4(address) !== undefined ? [address] : [];
  });
  return [...new Set(found)];
}

/**
 * Name servers that a gateway can reach: those of the first file that names any beyond the host itself.
 * None when the host asks only itself, such as a resolver of its own on 127.0.0.1.
 */
export async function readNameServers(
  files: readonly string[],
  hostAddresses: ReadonlySet<string>,
): Promise<string[]> {
  for (const file of files) {
    const reachable = parseNameServers((await readIfThere(file)) ?? '').filter(
      (address) => !address.startsWith('127.') && !hostAddresses.has(address),
    );
    if (reachable.length > 0) return reachable;
  }
  return [];
}
