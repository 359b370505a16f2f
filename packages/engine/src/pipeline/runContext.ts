import { setTimeout as sleep } from 'node:timers/promises';
import type { RunStage, StageName } from '@labcast/domain';
import type { Checkpoint, NewRunLogLine, Run } from '@labcast/store';
import type { ReconcileDeps } from '../deps.ts';

type Line = Pick<NewRunLogLine, 'message' | 'copy' | 'element'>;

/** What a stage works with. */
export interface RunContext {
  readonly run: Run;
  readonly checkpoint: Checkpoint;
  readonly deps: ReconcileDeps;
  /** Aborted when the run is cancelled, too. */
  readonly signal: AbortSignal;
  /** Changes what is recorded of the stage under way. */
  readonly save: (change: Partial<RunStage>) => Promise<void>;
  /** As recorded, also by a process that was killed. */
  readonly stage: () => RunStage;
  readonly log: (line: Line, level?: NewRunLogLine['level']) => Promise<void>;
}

/** What came of a stage. */
export type StageEnd = Pick<RunStage, 'message' | 'problems'> & {
  readonly state: 'passed' | 'failed';
};

/** Records the stages of one attempt, one write after the other. */
export function createRecord(
  { id, stages, attempt }: Run,
  { store }: Pick<ReconcileDeps, 'store'>,
) {
  let all = stages;
  let last: Promise<void> = Promise.resolve();
  const isMine = (stage: RunStage, name: StageName): boolean =>
    stage.name === name && stage.attempt === attempt;
  const get = (name: StageName): RunStage | undefined => all.find((one) => isMine(one, name));
  return {
    get stages() {
      return all;
    },
    get,
    async save(name: StageName, change: Partial<RunStage>): Promise<void> {
      const before = get(name) ?? { name, attempt, state: 'running' };
      const after = { ...before, ...change };
      all = get(name) ? all.map((one) => (isMine(one, name) ? after : one)) : [...all, after];
      last = last.catch(() => undefined).then(() => store.saveRun(id, { stages: all }));
      await last;
    },
  };
}

/** Asks again and again until there is an answer. Throws the signal's reason when it is aborted. */
export async function until<T>(
  { deps, signal }: Pick<RunContext, 'deps' | 'signal'>,
  find: () => Promise<T | undefined>,
): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    const found = await find();
    if (found !== undefined) return found;
    await sleep(deps.timings.followRun, undefined, { signal });
  }
}
