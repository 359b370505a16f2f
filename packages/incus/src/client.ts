import type { Readable, Writable } from 'node:stream';

/** Config or device properties, as Incus has them: everything is text. */
export type Properties = Readonly<Record<string, string>>;

export interface Instance {
  readonly name: string;
  /** Incus's own word: `Running`, `Stopped`, `Frozen`, `Error`, `Starting`, ... */
  readonly status: string;
  readonly config: Properties;
  readonly devices: Readonly<Record<string, Properties>>;
  /** Whether it ever ran (Incus keeps 1970-01-01 as the last use of one that did not). */
  readonly everStarted: boolean;
  readonly createdAt: string;
}

export interface InstanceSpec {
  readonly name: string;
  /** Alias, fingerprint, or `remote:alias` where the remote is one of `imageServers`. */
  readonly image: string;
  readonly config: Properties;
  readonly devices: Readonly<Record<string, Properties>>;
  /** Started in the same operation. */
  readonly start: boolean;
}

/** A copy shares the blocks of what it was made of until one of them changes. */
export interface CopySpec {
  readonly name: string;
  /** Of the same project and pool; without `snapshot` as it is now. */
  readonly from: { readonly instance: string; readonly snapshot?: string };
  /** Put over those of the original, key by key. What the original has beyond them is copied too. */
  readonly config: Properties;
  /** As `config`, device by device. */
  readonly devices: Readonly<Record<string, Properties>>;
  /** Started in the same operation. */
  readonly start: boolean;
}

/** Usage now; `diskBytes` is 0 where the root disk has no `size`. `memoryBytes` is what is charged: RSS, without page cache where Incus tells them apart. */
export interface InstanceUsage {
  readonly memoryBytes: number;
  readonly cpuSeconds: number;
  readonly diskBytes: number;
  readonly processes: number;
}

export interface ExecRequest {
  readonly command: readonly string[];
  readonly environment?: Properties;
  readonly workingDirectory?: string;
  readonly uid?: number;
  readonly gid?: number;
}

export interface ExecResult {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** A running command whose streams are passed through with backpressure. */
export interface ExecTunnel {
  /** What is written after the command's end is dropped. */
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Empty for an interactive one, where the terminal mixes both. */
  readonly stderr: Readable;
  /** 128 + signal when it was killed. Rejects only when Incus was lost. */
  readonly exitCode: Promise<number>;
  resize(columns: number, rows: number): void;
  signal(signal: number): void;
  /** Drops all sockets, which kills the command. Harmless when it has ended. */
  close(): void;
}

export interface IncusEvent {
  readonly type: 'lifecycle' | 'operation' | 'reconnected' | 'disconnected';
  /** Lifecycle: `instance-started`, `instance-stopped`, `instance-deleted`, ...; operation: `Success`, `Failure`. */
  readonly action?: string;
  /** Name of the instance concerned, where there is one. */
  readonly instance?: string;
  /** Lifecycle: whether somebody asked Incus for it; otherwise it came from inside, as a machine that switches itself off. */
  readonly isRequested?: boolean;
}

export interface Image {
  readonly fingerprint: string;
  readonly aliases: readonly string[];
  readonly properties: Properties;
  readonly sizeBytes: number;
}

export interface PoolUsage {
  readonly totalBytes: number;
  readonly usedBytes: number;
}

export interface HostResources {
  readonly cpus: number;
  readonly memoryBytes: number;
  readonly memoryUsedBytes: number;
}

/**
 * Incus's REST API, typed. Every call either does what it says or throws an `IncusError`; each may be repeated, and two
 * callers may do the same at once. Knows instances and images, never labs.
 */
export interface IncusClient {
  readonly project: string;

  getServerVersion(): Promise<string>;
  getResources(): Promise<HostResources>;

  ensureProject(): Promise<void>;
  /** Throws `conflict` while instances are left in it. */
  removeProject(): Promise<void>;
  ensureStoragePool(name: string, driver: string, config: Properties): Promise<void>;
  removeStoragePool(name: string): Promise<void>;
  getPoolUsage(name: string): Promise<PoolUsage>;

  /** All of them, each of which Incus looks up: of a hundred it takes it a tenth of a second of CPU. */
  listInstances(): Promise<Instance[]>;
  /** Those whose names begin so. Costs Incus no more than what it tells, however many others there are. */
  listInstancesNamed(prefix: string): Promise<Instance[]>;
  findInstance(name: string): Promise<Instance | undefined>;
  /**
   * Throws `conflict` when an instance of that name exists or is being made, `not-found` when its image is missing. One
   * that could be made but not started stays, stopped. After `unavailable` it may be there half unpacked: one that never
   * started has nothing to lose, so remove it and create it again.
   */
  createInstance(spec: InstanceSpec): Promise<void>;
  /** As `createInstance`, copy-on-write from another one's disk. Throws `not-found` when that is missing. */
  copyInstance(spec: CopySpec): Promise<void>;
  /**
   * Adds and changes; a key with an empty value is removed. Devices are replaced one by one, by name; one given as `{}` is
   * removed.
   */
  updateInstance(
    name: string,
    change: { config?: Properties; devices?: Readonly<Record<string, Properties>> },
  ): Promise<void>;
  /** Running already is success. */
  startInstance(name: string): Promise<void>;
  /** Stopped or absent already is success. Without `force` it waits up to `timeoutSeconds` for a clean shutdown. */
  stopInstance(name: string, options: { force: boolean; timeoutSeconds?: number }): Promise<void>;
  /** From any state, waiting for operations under way on it; absent already is success. */
  removeInstance(name: string): Promise<void>;
  /** Pauses every process of a running one; frozen already is success. */
  freezeInstance(name: string): Promise<void>;
  /** Running already is success. */
  unfreezeInstance(name: string): Promise<void>;
  /** Of the disk, without the memory, running or not. Throws `conflict` when there is one of that name. */
  createSnapshot(instance: string, name: string): Promise<void>;
  /** Throws `not-found` for a missing instance. */
  listSnapshots(instance: string): Promise<string[]>;
  /** Absent already is success, as is an absent instance. */
  removeSnapshot(instance: string, name: string): Promise<void>;
  getInstanceUsage(name: string): Promise<InstanceUsage>;
  /** Addresses as seen inside: device name -> IPv4 addresses. */
  getAddresses(name: string): Promise<Readonly<Record<string, readonly string[]>>>;

  writeFile(
    instance: string,
    path: string,
    content: Buffer | string,
    options: { mode: string; uid: number; gid: number },
  ): Promise<void>;
  /** Makes the file when it is not there, as root's alone. Works on a stopped instance too. Returns its size. */
  appendFile(instance: string, path: string, content: Buffer): Promise<number>;
  /** 0 for a file that is not there; throws `not-found` for a missing instance. */
  getFileSize(instance: string, path: string): Promise<number>;
  /** Throws `not-found` for a missing file as for a missing instance. */
  readFile(instance: string, path: string): Promise<Buffer>;
  /**
   * The exit code is 127 for a command that is not there, as in a shell, and 128 + signal for one that was killed. Throws
   * `rejected` when the instance is not running, when the command takes longer than `timeoutMs` or writes more than 16 MiB
   * to one stream; it is killed then.
   */
  exec(
    instance: string,
    request: ExecRequest,
    options?: { stdin?: Buffer | string; timeoutMs?: number },
  ): Promise<ExecResult>;
  openExec(
    instance: string,
    request: ExecRequest,
    terminal?: { columns: number; rows: number },
  ): Promise<ExecTunnel>;

  listImages(): Promise<Image[]>;
  findImage(aliasOrFingerprint: string): Promise<Image | undefined>;
  /** Split or unified tarball on this machine's disk; moves the aliases here from wherever they pointed. */
  importImage(files: {
    metadata: string;
    rootfs?: string;
    aliases: readonly string[];
    properties: Properties;
  }): Promise<Image>;
  /** Makes a stopped instance's disk an image. One that carries `alias` and these properties already is success. */
  publishImage(instance: string, image: { alias: string; properties: Properties }): Promise<Image>;
  /** Beside those that it has. Throws `not-found` when there is no such image. */
  addImageProperties(fingerprint: string, properties: Properties): Promise<void>;
  removeImage(fingerprint: string): Promise<void>;
  /** Incus unpacks an image into a pool for the first instance of it there, and keeps that; this throws it away. */
  removeUnpackedImage(pool: string, fingerprint: string): Promise<void>;

  /**
   * Reconnects by itself, telling `disconnected` when Incus went away, and `reconnected` whenever events may have been
   * missed, the first connection included, so that the listener looks again. Of operations only the end is told. Returns the way to stop.
   */
  watchEvents(listener: (event: IncusEvent) => void): () => void;
  close(): Promise<void>;
}
