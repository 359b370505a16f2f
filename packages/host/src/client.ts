/** What labs are wired to. */
export interface HostNetworks {
  readonly uplinkBridge: string;
  /** CIDR of the uplink, such as `10.99.0.0/16`; the host has its first address. */
  readonly uplinkSubnet: string;
  /** Name servers that gateways may ask, as the host itself uses them. */
  readonly nameServers: readonly string[];
  readonly bridges: readonly string[];
  /** Uplink addresses whose packets may leave the host. */
  readonly egress: readonly string[];
}

export interface HostStatus extends HostNetworks {
  /** True when the firewall table in the kernel is the one that the helper put there. */
  readonly firewallInPlace: boolean;
  /** Kernel settings that the helper changed: what they are, and what they were before. */
  readonly kernelSettings: Readonly<Record<string, { now: string; before: string }>>;
  readonly memoryAvailableBytes: number;
  readonly memoryTotalBytes: number;
}

/** What the kernel counts for running containers, and what lies on their disks. */
export interface HostUsage {
  readonly instances: readonly {
    readonly name: string;
    readonly cpuSeconds: number;
    /** What its programs hold, without what could be dropped at once. */
    readonly memoryBytes: number;
    /** How often a program in it was ended because its memory ran out. */
    readonly memoryKills: number;
  }[];
  /** None where the storage does not tell. */
  readonly disks: readonly {
    readonly name: string;
    readonly usedBytes: number;
    /** 0 for one without a limit. */
    readonly limitBytes: number;
  }[];
}

/** What differs between the disks of two containers. */
export interface ComparedDisks {
  /** Sorted by path; of very many only the first. */
  readonly files: readonly ComparedFile[];
  /** How many there are in all. */
  readonly total: number;
}

export interface ComparedFile {
  /** As seen inside: `/etc/hosts`. */
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** Of a plain file that is there now. */
  readonly sizeBytes?: number;
}

/** The root helper's whole API. Every call may be repeated; each throws a `HostError` with a sentence for people. */
export interface HostClient {
  /** All of it, the kernel's firewall compared rule for rule: starts a process, and waits for changes under way. */
  getStatus(): Promise<HostStatus>;
  /** Cheap enough for every look at every lab. */
  getNetworks(): Promise<HostNetworks>;
  /** Of containers whose name begins with `prefix`; cheap enough for every second. */
  getUsage(prefix: string): Promise<HostUsage>;
  /**
   * Names as `labcast_k3abcde-web`, of containers that may run or not. Owners are compared as seen inside; a folder counts
   * when its own rights changed, or when it came or went empty.
   */
  compareDisks(disks: { readonly before: string; readonly after: string }): Promise<ComparedDisks>;
  /**
   * Lets a container's disk, full or not, take 4 MiB more, for what Incus itself writes on it; nothing for one without a
   * limit. Names as in `compareDisks`.
   */
  giveRoom(name: string): Promise<void>;
  /** What the disk may hold from now on. One that holds more keeps it, and takes nothing until it holds less. */
  limitDisk(name: string, bytes: number): Promise<void>;
  /** Accepts only names that start with `lc-`. */
  ensureBridge(name: string): Promise<void>;
  removeBridge(name: string): Promise<void>;
  setEgress(uplinkAddress: string, allowed: boolean): Promise<void>;
  /**
   * Has containers, by LXC's names (`<project>_<instance>`), stand still all together, within milliseconds; those that
   * nobody thaws go on after `seconds`, 60 at most. Throws `rejected` when one does not run: then all run on.
   */
  freeze(names: readonly string[], seconds: number): Promise<void>;
  /** What runs, or is not there, stays so. */
  thaw(names: readonly string[]): Promise<void>;
  /** Takes down every bridge, the firewall table, and puts the kernel settings back. */
  restore(): Promise<void>;
  close(): Promise<void>;
}
