/** What is really there, as last seen. Contains things that nobody wants any more, so that they get removed. */
export interface ObservedEnvironment {
  /** Names of the bridges that exist and belong to this environment. */
  readonly bridges: readonly string[];
  /** Whether the host lets the gateway's packets out. */
  readonly egress: boolean;
  readonly instances: readonly ObservedInstance[];
  /** Per cluster element; absent when its control plane cannot be asked. */
  readonly clusters: Readonly<Record<string, ObservedCluster>>;
  /** Per instance of a virtual machine; absent when its container cannot be asked. */
  readonly guests: Readonly<Record<string, ObservedGuest>>;
}

export interface ObservedInstance {
  readonly name: string;
  /** `error` covers every state from which only removal leads on. */
  readonly state: 'running' | 'stopped' | 'frozen' | 'error';
  readonly config: Readonly<Record<string, string>>;
  readonly devices: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Whether it ever ran: one that never did holds nobody's work. */
  readonly everStarted: boolean;
  /** As measured; absent while nobody measures. */
  readonly health?: InstanceHealth;
}

export interface InstanceHealth {
  readonly diskUsedBytes: number;
  /** 0 for one without a limit, or of which nothing is known. */
  readonly diskLimitBytes: number;
  /** ISO 8601; absent when nothing in it was ended lately because memory ran out. */
  readonly memoryKilledAt?: string;
}

export interface ObservedGuest {
  /** `starting`: QEMU is not there yet, or again. `off`: it was switched off from inside. */
  readonly power: 'on' | 'starting' | 'off';
  readonly agentAnswers: boolean;
  /** Since it was switched on. */
  readonly upSeconds: number;
  readonly acceleration?: Acceleration;
}

/** `software`: the host has no KVM that works, so every instruction of the guest is emulated. */
export type Acceleration = 'kvm' | 'software';

export interface ObservedCluster {
  /** The API server answers and every system service runs. */
  readonly ready: boolean;
  /** Why not, in one sentence. */
  readonly reason?: string;
  /** Names of nodes (instance's host names) that are Ready. */
  readonly readyNodes: readonly string[];
  readonly apps: Readonly<Record<string, ObservedApp>>;
}

export interface ObservedApp {
  /** The manifest's hash that the cluster holds. */
  readonly hash: string;
  readonly available: boolean;
  readonly reason?: string;
}
