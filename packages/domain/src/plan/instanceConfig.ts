import type { EnvironmentKey } from '../environment/names.ts';
import type { ElementWishes } from '../environment/wishes.ts';
import type { Origins } from '../environment/origins.ts';
import type { BeforeDisks } from './attachBefore.ts';
import { labels } from '../environment/names.ts';

/** Who an environment is and where it runs: all that differs between two copies of one lab. */
export interface EnvironmentIdentity {
  readonly key: EnvironmentKey;
  readonly wanted: 'running' | 'stopped' | 'absent';
  readonly installationId: string;
  readonly assignment: string;
  readonly environment: string;
  /** The gateway's place in the uplink's subnet; see `Environment.uplinkIndex`. */
  readonly uplinkIndex: number;
  /** What is wanted of single elements; nothing special when absent. */
  readonly wishes?: ElementWishes;
  readonly origins?: Origins;
  /** No network has internet, whatever the blueprint says: an exam. */
  readonly sealed?: boolean;
  readonly beforeDisks?: BeforeDisks;
}

export interface HostFacts {
  readonly uplinkBridge: string;
  readonly uplinkSubnet: string;
  readonly nameServers: readonly string[];
  readonly storagePool: string;
  /** Folder on the lab host with the Kubernetes binaries and app images, given to nodes read-only. */
  readonly kubernetesDirectory: string;
  /** What the lab host calls the folder of an instance's disk, up to the instance's name. */
  readonly diskPrefix: string;
}

/**
 * The btrfs ioctls that make subvolumes and snapshots. A subvolume made inside an unprivileged container escapes its
 * disk quota; with these refused it cannot be made (tried both ways: allowed without, EPERM with).
 */
const btrfsSubvolumeIoctls = [0x5000940e, 0x50009418, 0x50009401, 0x50009417];
const deniedSyscalls = btrfsSubvolumeIoctls
  .map((ioctl) => `ioctl errno 1 [1,${String(ioctl)},SCMP_CMP_EQ]`)
  .join('\n');

/** What every instance has, whatever it realises: unprivileged, an id map of its own, no way around its limits. */
export function baseConfig(
  identity: EnvironmentIdentity,
  element: string,
  role: string,
): Record<string, string> {
  return {
    'security.idmap.isolated': 'true',
    'security.syscalls.deny': deniedSyscalls,
    // The socket that tells an instance about itself serves nobody here, and each one costs attack surface.
    'security.guestapi': 'false',
    [labels.installation]: identity.installationId,
    [labels.environment]: identity.key,
    [labels.assignment]: `${identity.assignment}/${identity.environment}`,
    [labels.element]: element,
    [labels.role]: role,
  };
}

/**
 * CPU, memory and processes. Whole cores are pinned, so that the instance sees as many as it has; a fraction is a share of
 * time on top of that.
 */
export function limitsConfig(limits: {
  cpu: number;
  memoryBytes: number;
  processes: number;
}): Record<string, string> {
  const wholeCores = Math.ceil(limits.cpu);
  const share = Number.isInteger(limits.cpu)
    ? {}
    : { 'limits.cpu.allowance': `${String(Math.round(limits.cpu * 100))}ms/100ms` };
  return {
    'limits.cpu': String(wholeCores),
    ...share,
    'limits.memory': String(limits.memoryBytes),
    'limits.processes': String(limits.processes),
  };
}

export function rootDisk(pool: string, sizeBytes: number): Record<string, string> {
  return { type: 'disk', path: '/', pool, size: String(sizeBytes) };
}

export function labInterface(bridge: string, name: string, mac: string): Record<string, string> {
  return { type: 'nic', nictype: 'bridged', parent: bridge, name, hwaddr: mac };
}
