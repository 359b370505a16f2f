import type { CheckResult } from '../checks/judgeCheck.ts';
import type { ClassForecast } from '../capacity/forecastClass.ts';
import type { HostObservation } from '../capacity/hostObservation.ts';
import type { ElementUsage } from '../environment/usage.ts';
import type { Problem } from '../errors.ts';

/** In the order in which a run goes through them. */
export const stageNames = ['validate', 'forecast', 'rehearse', 'approve', 'promote'] as const;
export type StageName = (typeof stageNames)[number];

export const runStates = [
  'queued',
  'running',
  'waiting-approval',
  'passed',
  'failed',
  'cancelled',
] as const;
export type RunState = (typeof runStates)[number];

export const stageStates = [
  'waiting',
  'running',
  'passed',
  'failed',
  'skipped',
  'cancelled',
] as const;
export type StageState = (typeof stageStates)[number];

/** What was forecast for a class, with what it rests on. */
export interface RunForecast extends ClassForecast {
  readonly students: number;
  readonly host: HostObservation;
  /** How many labs there were. */
  readonly labs: number;
  /** What each element of the checkpoint used when it was taken. */
  readonly measured: readonly ElementUsage[];
}

export const copyStates = [
  'waiting',
  'starting',
  'checking',
  'solving',
  'removing',
  'passed',
  'failed',
  'kept',
  'cancelled',
] as const;
export type CopyState = (typeof copyStates)[number];

/** One synthetic student of a rehearsal. */
export interface RehearsedCopy {
  /** Counts from 1. */
  readonly number: number;
  /** Name of its environment. */
  readonly environment: string;
  readonly state: CopyState;
  /** On the untouched lab. */
  readonly checks: readonly CheckResult[];
  /** On the solved lab, where a solution is recorded. */
  readonly solvedChecks?: readonly CheckResult[];
  /** From the wish to a ready lab. */
  readonly readyMs?: number;
  readonly memoryBytes?: number;
  readonly diskBytes?: number;
  /** Why it failed, in a sentence. */
  readonly error?: string;
  /** ISO 8601: until when a failed one stays for people to look into. */
  readonly keptUntil?: string;
}

/** What is recorded of one stage in one attempt. Times in ISO 8601. */
export interface RunStage {
  readonly name: StageName;
  readonly attempt: number;
  readonly state: StageState;
  readonly startedAt?: string;
  readonly endedAt?: string;
  /** What came of it, or what it waits for. */
  readonly message?: string;
  /** What is wrong, and what could be better. */
  readonly problems?: readonly Problem[];
  readonly forecast?: RunForecast;
  readonly copies?: readonly RehearsedCopy[];
}
