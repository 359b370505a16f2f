export interface HostStatus {
  readonly uplinkBridge: string;
  /** CIDR of the uplink, such as `10.99.0.0/16`; the host has its first address. */
  readonly uplinkSubnet: string;
  /** Name servers that gateways may ask, as the host itself uses them. */
  readonly nameServers: readonly string[];
  readonly bridges: readonly string[];
  /** Uplink addresses whose packets may leave the host. */
  readonly egress: readonly string[];
  /** True when the firewall table in the kernel is the one that the helper put there. */
  readonly firewallInPlace: boolean;
  /** Kernel settings that the helper changed: what they are, and what they were before. */
  readonly kernelSettings: Readonly<Record<string, { now: string; before: string }>>;
  readonly memoryAvailableBytes: number;
  readonly memoryTotalBytes: number;
}

/** The root helper's whole API. Every call may be repeated; each throws a `HostError` with a sentence for people. */
export interface HostClient {
  getStatus(): Promise<HostStatus>;
  listBridges(): Promise<string[]>;
  /** Accepts only names that start with `lc-`. */
  ensureBridge(name: string): Promise<void>;
  removeBridge(name: string): Promise<void>;
  setEgress(uplinkAddress: string, allowed: boolean): Promise<void>;
  /** Takes down every bridge, the firewall table, and puts the kernel settings back. */
  restore(): Promise<void>;
  close(): Promise<void>;
}
