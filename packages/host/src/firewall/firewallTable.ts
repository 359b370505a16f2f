/** All that the firewall table depends on. Lists may be in any order. */
export interface FirewallInput {
  readonly table: string;
  /** Bridges of labs are those whose name starts with this. */
  readonly bridgePrefix: string;
  readonly uplinkBridge: string;
  readonly uplinkSubnet: string;
  /** Uplink addresses whose packets may leave the host. */
  readonly egress: readonly string[];
  /** Asked on port 53 wherever they are. */
  readonly nameServers: readonly string[];
  /** CIDRs that may be reached though they are private or beside the host. */
  readonly allowedNetworks: readonly string[];
  /** CIDRs that the host itself is in: its neighbours are no lab's business. */
  readonly hostNetworks: readonly string[];
  /** Interfaces that lead to the internet. All others lead to something of the host's own. */
  readonly outsideInterfaces: readonly string[];
}

/** Where no lab may send anything, whatever the routes of the host say. */
const closedNetworks = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
];

/**
 * The whole table as one transaction for `nft -f -`: it replaces what was there in one moment.
 *
 * Only drops are final in nftables: an accept here still passes the tables of others, and theirs cannot undo a drop of
 * ours. The priority puts it before those of Incus, which accept port 53 and 67 to any address of the host.
 */
export function firewallTable(input: FirewallInput): string {
  const labs = `"${input.bridgePrefix}*"`;
  const uplink = `"${input.uplinkBridge}"`;
  const closed = [...closedNetworks, ...input.hostNetworks];
  // A chain's rules need a line each: nft 1.0.6 refuses a rule that ends with the brace.
  return `add table inet ${input.table}
delete table inet ${input.table}
table inet ${input.table} {
${setOf('egress', 'ipv4_addr', input.egress)}
${setOf('name_servers', 'ipv4_addr', input.nameServers)}
${setOf('outside', 'ifname', input.outsideInterfaces.map(quoted))}
${setOf('allowed', 'ipv4_addr', input.allowedNetworks, 'flags interval; auto-merge;')}
${setOf('closed', 'ipv4_addr', closed, 'flags interval; auto-merge;')}
  chain source {
    type filter hook prerouting priority raw; policy accept;
    iifname ${labs} notrack
    iifname ${uplink} meta nfproto != ipv4 drop
    iifname ${uplink} ip saddr != ${input.uplinkSubnet} drop
    iifname ${uplink} ip saddr != @egress drop
  }
  chain to_host {
    type filter hook input priority filter - 10; policy accept;
    iifname ${uplink} drop
    iifname ${labs} drop
  }
  chain from_host {
    type filter hook output priority filter - 10; policy accept;
    oifname ${uplink} icmp type { destination-unreachable, time-exceeded } accept
    oifname ${uplink} drop
    oifname ${labs} drop
  }
  chain through_host {
    type filter hook forward priority filter - 10; policy accept;
    iifname ${labs} drop
    oifname ${labs} drop
    iifname ${uplink} goto from_uplink
    oifname ${uplink} goto to_uplink
  }
  chain from_uplink {
    oifname ${uplink} drop
    tcp flags syn tcp option maxseg size set rt mtu
    ip daddr @name_servers meta l4proto { tcp, udp } th dport 53 accept
    ip daddr @allowed accept
    oifname != @outside drop
    ip daddr @closed drop
  }
  chain to_uplink {
    ip daddr != @egress drop
    meta nfproto != ipv4 drop
    ct state established,related accept
    drop
  }
  chain translate {
    type nat hook postrouting priority srcnat; policy accept;
    ip saddr ${input.uplinkSubnet} oifname != ${uplink} masquerade
  }
}
`;
}

function setOf(name: string, type: string, elements: readonly string[], flags = ''): string {
  // Sorted, so that the same state gives the same text and is not installed again.
  const sorted = [...new Set(elements)].sort();
  const contents = sorted.length === 0 ? '' : ` elements = { ${sorted.join(', ')} }`;
  return `  set ${name} { type ${type}; ${flags}${contents}\n  }`;
}

function quoted(name: string): string {
  return `"${name}"`;
}
