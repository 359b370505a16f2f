import { setTimeout as sleep } from 'node:timers/promises';
import type {
  DesiredEnvironment,
  EnvironmentStatus,
  ObservedEnvironment,
  OutsideChange,
  StepStatus,
} from '@labcast/domain';
import { describeStatus, describeTrouble } from '@labcast/domain';
import type { Environment, EnvironmentId, Store } from '@labcast/store';
import type { Failure } from './failure.ts';
import { toLastError } from './failure.ts';

interface Pass {
  readonly desired: DesiredEnvironment;
  readonly observed: ObservedEnvironment;
  readonly history: {
    readonly attempts: number;
    readonly gaveUp: boolean;
    readonly lastFailure?: Failure;
  };
  readonly outsideChanges: readonly OutsideChange[];
}

/** Writes down how one pass goes, for everybody who watches. */
export interface StatusReport {
  /** Written at once when the last one is a moment ago; of those that come sooner only the last is. */
  readonly progress: (steps: readonly StepStatus[]) => void;
  /** Resolves once the last progress is written. */
  flushed(): Promise<void>;
  settled(): Promise<void>;
  removed(): Promise<void>;
  gaveUp(): Promise<void>;
}

/**
 * Each is told to every page and process that watches: thirty labs made at once had a thousand. The first and the last of a
 * pass wait for nothing.
 */
const betweenWritesMs = 500;

export function reportTo(store: Store, environment: Environment, pass: Pass): StatusReport {
  let waiting: readonly StepStatus[] | undefined;
  let writing: Promise<void> | undefined;
  let failedToWrite: unknown;
  const hurry = new AbortController();

  const describe = (steps: readonly StepStatus[], isSettled: boolean): EnvironmentStatus => {
    const { attempts, gaveUp, lastFailure } = pass.history;
    return describeStatus(
      pass.desired,
      pass.observed,
      {
        steps,
        attempts: isSettled ? 0 : attempts,
        gaveUp,
        isSettled,
        outsideChanges: pass.outsideChanges,
        ...(lastFailure && { lastError: toLastError(lastFailure) }),
      },
      { ...environment.status, now: new Date().toISOString() },
    );
  };

  const write = async (): Promise<void> => {
    while (waiting) {
      const steps = waiting;
      waiting = undefined;
      await store.saveStatus(environment.id, describe(steps, false));
      await sleep(betweenWritesMs, undefined, { signal: hurry.signal }).catch(() => undefined);
    }
  };

  return {
    progress(steps) {
      waiting = steps;
      writing ??= write()
        .catch((error: unknown) => {
          failedToWrite = error;
        })
        .finally(() => {
          writing = undefined;
        });
    },
    async flushed() {
      hurry.abort();
      while (writing) await writing;
      if (failedToWrite !== undefined) throw failedToWrite as Error;
    },
    async settled() {
      const status = describe(environment.status.steps, true);
      await store.saveStatus(environment.id, status, environment.generation);
    },
    async removed() {
      await store.markRemoved(environment.id, describe(environment.status.steps, true));
    },
    async gaveUp() {
      await store.saveStatus(environment.id, describe(environment.status.steps, false));
    },
  };
}

/** Writes down that a pass failed, and what comes of it. */
export async function reportTrouble(
  id: EnvironmentId,
  history: Pass['history'],
  { store }: { readonly store: Store },
): Promise<void> {
  const { attempts, gaveUp, lastFailure } = history;
  if (!lastFailure) return;
  const { status, wanted } = await store.getEnvironment(id);
  const trouble = { error: toLastError(lastFailure), attempts, gaveUp };
  await store.saveStatus(id, describeTrouble(status, wanted, trouble, new Date().toISOString()));
}
