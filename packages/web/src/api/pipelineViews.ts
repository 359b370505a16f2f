import type { Change, EnvironmentView, ForecastView, Problem } from '@labcast/api-client';

export interface CheckpointView {
  number: number;
  source: string;
  reason: string;
  note: string;
  createdBy: string;
  createdAt: string;
  takenAt?: string;
  pauseMs?: number;
  state: 'requested' | 'snapshotted' | 'kept' | 'failed' | 'deleting';
  error?: string;
  usage: { name: string; cpuCores: number; memoryBytes: number; diskBytes: number }[];
  releases: number[];
  neededBy: string[];
}
export interface CheckResultView {
  name: string;
  on: string;
  passed: boolean;
  at: string;
  exitCode?: number;
  output: string;
  expected: string;
  milliseconds: number;
}
export interface RunCopyView {
  number: number;
  environment: string;
  state: string;
  checks: CheckResultView[];
  readyMs?: number;
  memoryBytes?: number;
  diskBytes?: number;
  keptUntil?: string;
  error?: string;
  solvedChecks?: CheckResultView[];
}
export interface RunStageView {
  name: 'validate' | 'forecast' | 'rehearse' | 'approve' | 'promote';
  attempt: number;
  state: 'waiting' | 'running' | 'passed' | 'failed' | 'skipped' | 'cancelled';
  startedAt?: string;
  endedAt?: string;
  message?: string;
  usualMs?: number;
  problems?: Problem[];
  forecast?: ForecastView;
  copies?: RunCopyView[];
}
export interface RunView {
  number: number;
  checkpoint: number;
  state: 'queued' | 'running' | 'waiting-approval' | 'passed' | 'failed' | 'cancelled';
  queuedAfter?: number;
  requestedBy: string;
  createdAt: string;
  startedAt?: string;
  endedAt?: string;
  students: number;
  copies: number;
  resumed?: boolean;
  stages: RunStageView[];
  release?: number;
}
export interface ReleaseView {
  number: number;
  checkpoint: number;
  run: number;
  createdBy: string;
  createdAt: string;
  note: string;
  sizeBytes?: number;
  students: number;
  changes: Change[];
}
export interface TaskView {
  id: string;
  kind: string;
  state: string;
  error?: string;
  checkpoint?: number;
  createdAt: string;
  startedAt?: string;
  endedAt?: string;
}
export interface PipelineView {
  dev?: { environment: EnvironmentView; changesSince?: { checkpoint: number; changes: Change[] } };
  prod?: { environment: EnvironmentView; release?: number; since?: string };
  wouldChange: Change[];
  runs: RunView[];
  releases: ReleaseView[];
  mayPromote: { allowed: boolean; reason?: string };
}
export interface RunLine {
  id: string;
  at: string;
  stage: RunStageView['name'];
  attempt: number;
  copy?: number;
  element?: string;
  level: 'info' | 'warning' | 'error';
  message: string;
}
export interface ComparisonView {
  from: string;
  to: string;
  changes: Change[];
  elements: {
    name: string;
    state: 'same' | 'changed' | 'added' | 'removed';
    files: { path: string; change: 'added' | 'changed' | 'removed'; sizeBytes?: number }[];
    total: number;
    folders: { path: string; count: number }[];
  }[];
  filesError?: string;
}
export interface NewRun {
  checkpoint?: number;
  students?: number;
  copies?: number;
  approve?: boolean;
  promote?: boolean;
  keepFailedMinutes?: number;
}
