import type { EnvironmentKey } from './names.ts';

/** What is wanted of one environment, with every default filled in: the planner compares it with what is observed. */
export interface DesiredEnvironment {
  readonly key: EnvironmentKey;
  readonly wanted: 'running' | 'stopped' | 'absent';
  /** IPv4 address of the gateway on the uplink. */
  readonly uplinkAddress: string;
  /** Whether any network has internet, so whether the host lets the gateway's packets out. */
  readonly egress: boolean;
  readonly networks: readonly DesiredNetwork[];
  readonly instances: readonly DesiredInstance[];
  readonly clusters: readonly DesiredCluster[];
  readonly apps: readonly DesiredApp[];
}

export interface DesiredNetwork {
  readonly name: string;
  readonly bridge: string;
  /** CIDR, such as `10.10.0.0/24`. */
  readonly subnet: string;
  readonly internet: boolean;
}

export type InstanceRole = 'gateway' | 'machine' | 'vm' | 'control-plane' | 'worker';

/** One Incus instance, described completely; nothing about it is decided later than here. */
export interface DesiredInstance {
  readonly name: string;
  /** The element that it realises, or `gateway`. */
  readonly element: string;
  readonly role: InstanceRole;
  /** Alias or fingerprint in Incus's image store, or `remote:alias` for an image server. */
  readonly image: string;
  /** The instance of a checkpoint whose disk it begins with, in place of the image's. */
  readonly copyOf?: string;
  /** Incus config keys: limits, labels, `environment.*`, security. */
  readonly config: Readonly<Record<string, string>>;
  readonly devices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** IPv4 addresses inside the lab, without prefix length; of a virtual machine the guest's. */
  readonly addresses: readonly string[];
  /** Bridges that must exist before it starts. */
  readonly bridges: readonly string[];
  readonly provision?: Provision;
  /** Somebody stopped its element: it is left as it is, and does not run. */
  readonly stopped?: true;
  /** Of a virtual machine. */
  readonly guest?: DesiredGuest;
}

export interface DesiredGuest {
  /** Whether its image has a guest agent, whose answer tells that it is up. Nobody knows of an uploaded disk. */
  readonly hasAgent: boolean;
}

/** Files and commands that are put into a machine once. */
export interface Provision {
  /** Changes when anything in it changes. */
  readonly hash: string;
  readonly files: readonly ProvisionFile[];
  readonly commands: readonly string[];
}

export interface ProvisionFile {
  readonly path: string;
  readonly content: string;
  /** Octal, such as `0644`. */
  readonly mode: string;
  /** User name or number inside the machine. */
  readonly owner: string;
}

export interface DesiredCluster {
  readonly element: string;
  /** Instance on which the control plane runs; it is a node too, called like the element. */
  readonly controlPlane: string;
  readonly workers: readonly DesiredWorker[];
  /** Its nodes are stopped, so nothing can be asked of it. */
  readonly stopped?: true;
}

export interface DesiredWorker {
  readonly instance: string;
  readonly nodeName: string;
  readonly address: string;
}

export interface DesiredApp {
  readonly element: string;
  readonly cluster: string;
  /** Instance on which `kubectl` runs. */
  readonly controlPlane: string;
  /** Kubernetes objects as one YAML stream; carries `hash` in an annotation. */
  readonly manifest: string;
  readonly hash: string;
  /** Where it answers inside the lab. */
  readonly address: string;
  readonly port: number;
  /** Nothing of it runs, by its own wish (it is on its cluster all the same) or because its cluster is stopped. */
  readonly stopped?: true;
}
