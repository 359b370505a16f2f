import type { EnvironmentView } from '@labcast/api-client';
import type { ForecastView, TaskView } from './pipelineViews.ts';

export interface StudentView {
  environment: string;
  people: { id: string; name: string; login: string }[];
  section?: string;
  team?: string;
  state: EnvironmentView['status']['state'] | 'not-deployed' | 'frozen';
  step?: string;
  stepStartedAt?: string;
  reason?: string;
  release?: number;
  checks: { passed: number; total: number; failing?: { name: string; times: number } };
  lastSeen?: string;
  usage?: { memoryBytes: number; cpuCores: number };
  help?: { since: string; message: string };
  attention?: 'help' | 'failed' | 'stuck' | 'idle';
  deadline?: string;
  extraMinutes: number;
  idleStopAt?: string;
  id?: string;
  frozenAt?: string;
  task?: TaskView;
}
export type Outcome = 'new' | 'replace' | 'same' | 'keep' | 'replace-kept' | 'script';
export interface RolloutView {
  number: number;
  kind: 'deploy' | 'update' | 'roll-back';
  release: number;
  state: 'waiting' | 'canary' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed';
  startsAt?: string;
  createdAt: string;
  startedAt?: string;
  endedAt?: string;
  counts: {
    total: number;
    ready: number;
    starting: number;
    waiting: number;
    failed: number;
    kept: number;
  };
  slowestMs?: number;
  error?: string;
  atFirstOpen: boolean;
  targets: {
    environment: string;
    state: string;
    outcome?: Outcome;
    attempts: number;
    error?: string;
    cause?: string;
    startedAt?: string;
    readyMs?: number;
  }[];
}
export interface ClassView {
  assignment: string;
  release?: { number: number; createdAt: string };
  rollout?: RolloutView;
  policy: {
    deadline?: string;
    idleMinutes?: number;
    exam?: { startsAt?: string; endsAt?: string };
  };
  forecast?: ForecastView;
  students: StudentView[];
}
export interface RolloutPlanView {
  forecast?: ForecastView;
  targets: {
    environment: string;
    outcome: Outcome;
    elements: { name: string; outcome: Outcome; touchedFiles?: number }[];
  }[];
  fits: boolean;
  waysOut: ForecastView['waysOut'];
}
export interface BulkAction {
  action: 'start' | 'stop' | 'restart' | 'reset' | 'checkpoint' | 'extend' | 'delete' | 'message';
  environments: string[];
  elements?: string[];
  minutes?: number;
  text?: string;
  confirm?: string;
}
export interface BulkAnswer {
  accepted: string[];
  refused: { environment: string; reason: string }[];
}
export interface ClassPolicy {
  deadline?: string;
  idleMinutes?: number;
  exam?: { startsAt?: string; endsAt?: string };
}
/** Null takes it away. */
export interface ClassPolicyRequest {
  deadline?: string | null;
  idleMinutes?: number | null;
  exam?: { startsAt?: string; endsAt?: string } | null;
}
export interface RolloutRequest {
  release?: number;
  kind?: 'deploy' | 'update' | 'roll-back';
  students?: number;
  roster?: boolean;
  people?: string[];
  environments?: string[];
  section?: string;
  canary?: boolean;
  when?: string;
  choices?: {
    default?: 'keep' | 'replace' | 'script';
    elements?: Record<string, 'keep' | 'replace' | 'script'>;
    environments?: Record<string, 'keep' | 'replace' | 'script'>;
  };
  script?: string;
}
