import type { Acceleration } from './observed.ts';

/** The words that a person reads; the same in the API, the CLI and the interface. */
export const states = [
  'planned',
  'waiting',
  'starting',
  'updating',
  'stopping',
  'ready',
  'attention',
  'failed',
  'stopped',
  'deleting',
  'gone',
  'unknown',
] as const;
export type State = (typeof states)[number];

export interface Condition {
  /** What is stated, such as `Networks`, `Instances`, `Clusters`, `Apps`, `Host`. */
  readonly type: string;
  readonly status: 'true' | 'false' | 'unknown';
  /** One word in CamelCase, for programs. */
  readonly reason: string;
  /** One sentence, for people. */
  readonly message: string;
  /** ISO 8601, when the status last changed. */
  readonly since: string;
}

export interface StepStatus {
  readonly id: string;
  /** In a teacher's words: "Start web". */
  readonly title: string;
  readonly element?: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly startedAt?: string;
  readonly endedAt?: string;
  /** Why it waits, or what went wrong. */
  readonly message?: string;
  /** What to do about it, when it failed. */
  readonly remedy?: string;
  /** How long the same took lately on this host; none before it was measured. */
  readonly usual?: UsualTime;
  /** In the queue of heavy work of the lab host, counted from 1; none for what does not wait there. */
  readonly place?: number;
}

/** Half of all were done in the median time, nine of ten within the other. */
export interface UsualTime {
  readonly medianMs: number;
  readonly p90Ms: number;
}

export interface ElementStatus {
  readonly name: string;
  readonly kind: 'container' | 'vm' | 'cluster' | 'app' | 'gateway';
  readonly state: State;
  /** IPv4 addresses inside the lab, without prefix length. */
  readonly addresses: readonly string[];
  readonly instances: readonly string[];
  /** For apps: where its page answers inside the lab, such as `http://10.10.0.10:80/`. */
  readonly url?: string;
  /** For virtual machines that run: whether the processor runs them itself or they are emulated, which is slow. */
  readonly acceleration?: Acceleration;
  /** Why it is not ready, in one sentence. */
  readonly reason?: string;
  /** The way forward, where a person has to do something. */
  readonly remedy?: string;
  /** What happened to it lately without Labcast, and when (ISO 8601); it goes by itself after some minutes. */
  readonly notice?: { readonly message: string; readonly at: string };
}

export interface EnvironmentStatus {
  readonly state: State;
  readonly conditions: readonly Condition[];
  readonly elements: readonly ElementStatus[];
  /** The steps of the work that is going on, or of the last one. */
  readonly steps: readonly StepStatus[];
  /** How often the present work was tried without success. */
  readonly attempts: number;
  readonly lastError?: {
    readonly code: string;
    readonly message: string;
    readonly remedy?: string;
    readonly at: string;
  };
}

export const initialStatus: EnvironmentStatus = {
  state: 'waiting',
  conditions: [],
  elements: [],
  steps: [],
  attempts: 0,
};
