/** What the lab host has and uses, as the engine last saw it. */
export interface HostObservation {
  readonly cpus: number;
  readonly memoryTotalBytes: number;
  readonly memoryAvailableBytes: number;
  readonly poolTotalBytes: number;
  readonly poolUsedBytes: number;
  /** CIDR of the uplink: bounds how many environments can have a gateway. */
  readonly uplinkSubnet: string;
  readonly nameServers: readonly string[];
  /** Aliases of images that are ready on this host. */
  readonly images: readonly string[];
}
