/** A lab, read from `lab.yaml` with every default filled in. Sizes in bytes, CPU in cores (fractions allowed). */
export interface Blueprint {
  readonly version: 1;
  readonly title?: string;
  /** In the file's order, which numbers the bridges. */
  readonly networks: Readonly<Record<string, BlueprintNetwork>>;
  readonly elements: Readonly<Record<string, Element>>;
  readonly checks: readonly Check[];
  /** Markdown for students; each heading of the second level begins a step. */
  readonly instructions?: string;
  /** What makes a lab as it left the instructor into a solved one, in this order. */
  readonly solution?: readonly SolutionStep[];
}

export interface BlueprintNetwork {
  /** CIDR with the host bits zero; the gateway has the first address. */
  readonly subnet: string;
  readonly internet: boolean;
}

export type Element = ContainerElement | VmElement | ClusterElement | AppElement;

export interface Attachment {
  readonly network: string;
  /** One for a machine, one per node for a cluster. */
  readonly addresses: readonly string[];
}

export interface ContainerElement {
  readonly kind: 'container';
  /** Name in the catalogue, or any image of Incus by alias or `remote:alias`. */
  readonly image: string;
  readonly cpu: number;
  readonly memoryBytes: number;
  readonly storageBytes: number;
  /** At least one; the first has the default route. */
  readonly networks: readonly Attachment[];
  readonly files: readonly BlueprintFile[];
  /** Shell commands run as root, once, in this order, when the machine is made. */
  readonly run: readonly string[];
  /** TCP ports on which it serves; shown and offered for forwarding. */
  readonly ports: readonly number[];
}

export interface BlueprintFile {
  readonly path: string;
  readonly content: string;
  /** Four octal digits. */
  readonly mode: string;
  readonly owner: string;
}

/** A virtual machine. Its sizes are the guest's; what its container needs besides comes on top. */
export interface VmElement {
  readonly kind: 'vm';
  /** Name in the catalogue, or `upload/<name>`. */
  readonly image: string;
  /** The guest sees whole cores; a fraction is a share of their time. */
  readonly cpu: number;
  readonly memoryBytes: number;
  readonly storageBytes: number;
  /** At least one; the first has the default route. */
  readonly networks: readonly Attachment[];
  readonly firmware: Firmware;
}

export const firmwares = ['bios', 'uefi'] as const;
export type Firmware = (typeof firmwares)[number];

export interface ClusterElement {
  readonly kind: 'cluster';
  readonly nodes: number;
  /** Of each node, as the other sizes. */
  readonly cpu: number;
  readonly memoryBytes: number;
  readonly storageBytes: number;
  /** Exactly one. */
  readonly networks: readonly Attachment[];
}

export interface AppElement {
  readonly kind: 'app';
  /** Name of a cluster element. */
  readonly on: string;
  /** Name in the catalogue, or any OCI reference. */
  readonly image: string;
  /** On which it serves inside the lab, at the cluster's first address. */
  readonly port: number;
  /** On which the container itself listens. */
  readonly containerPort: number;
  readonly replicas: number;
  readonly cpu?: number;
  readonly memoryBytes?: number;
  /** A volume that outlives its pods, mounted at `path`. */
  readonly volume?: { readonly path: string; readonly sizeBytes: number };
  readonly environment: Readonly<Record<string, string>>;
  readonly files: readonly BlueprintFile[];
}

/** A shell command of the recorded solution, on an element as a check's. */
export interface SolutionStep {
  readonly on: string;
  readonly run: string;
}

export interface Check {
  readonly name: string;
  readonly on: string;
  readonly run: string;
  readonly expect: { readonly exitCode: number; readonly output?: string };
  readonly timeoutSeconds: number;
  /** Of the instructions, counted from 1; undefined for a check of all of the lab. */
  readonly step?: number;
}
