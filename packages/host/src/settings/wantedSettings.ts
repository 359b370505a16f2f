/** One kernel setting; `raise` leaves a greater value alone. */
export interface WantedSetting {
  readonly name: string;
  readonly how: 'raise' | 'set';
  readonly value: number;
}

/**
 * What a class of containers needs beyond a kernel's defaults.
 * Names are as sysctl writes them; a setting that this kernel does not have is left out.
 */
export const wantedSettings: readonly WantedSetting[] = [
  // Counted for all containers together, as they descend from one user; a machine with systemd takes 5 to 10.
  { name: 'fs.inotify.max_user_instances', how: 'raise', value: 8192 },
  { name: 'fs.inotify.max_user_watches', how: 'raise', value: 1_048_576 },
  // runc and systemd make a keyring for each container and unit.
  { name: 'kernel.keys.maxkeys', how: 'raise', value: 2000 },
  { name: 'kernel.keys.maxbytes', how: 'raise', value: 2_000_000 },
  { name: 'kernel.pid_max', how: 'raise', value: 4_194_304 },
  // One table serves all network namespaces of the host: 300 labs of five machines that know three neighbours each
  // pass the default limit of 1,024 entries, and then nobody finds a new neighbour ("neighbor table overflow").
  { name: 'net.ipv4.neigh.default.gc_thresh2', how: 'raise', value: 8192 },
  { name: 'net.ipv4.neigh.default.gc_thresh3', how: 'raise', value: 16_384 },
  { name: 'net.ipv6.neigh.default.gc_thresh2', how: 'raise', value: 8192 },
  { name: 'net.ipv6.neigh.default.gc_thresh3', how: 'raise', value: 16_384 },
  // Where br_netfilter is loaded, frames inside a lab would pass the host's connection tracking, in which the same
  // addresses and ports of two labs are one connection.
  { name: 'net.bridge.bridge-nf-call-iptables', how: 'set', value: 0 },
  { name: 'net.bridge.bridge-nf-call-ip6tables', how: 'set', value: 0 },
  { name: 'net.bridge.bridge-nf-call-arptables', how: 'set', value: 0 },
  // Last: the firewall is in place before the host forwards anything.
  { name: 'net.ipv4.ip_forward', how: 'set', value: 1 },
];
