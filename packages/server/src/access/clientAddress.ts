import { BlockList, isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';

const mappedIpv4 = new BlockList();
mappedIpv4.addSubnet('::ffff:0:0', 96, 'ipv6');

/** From where somebody asks: an IPv4 address, or the /64 of IPv6 that one customer has as a whole. */
export function clientAddress({ ip }: Pick<FastifyRequest, 'ip'>): string {
  if (!isIPv6(ip)) return ip;
  if (mappedIpv4.check(ip, 'ipv6')) return ip.slice(ip.lastIndexOf(':') + 1);
  const [head = '', tail] = ip.split('%')[0]?.split('::') ?? [];
  const first = head.split(':').filter(Boolean);
  const last = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
