import type { RehearsedCopy } from '@labcast/domain';
import { parseCheckpoint } from '../parseCheckpoint.ts';
import { rehearseCopy } from '../rehearseCopy.ts';
import type { RunContext, StageEnd } from '../runContext.ts';

/** Makes synthetic students' copies side by side, proves them and removes them again. */
export async function rehearse(context: RunContext): Promise<StageEnd> {
  const { run, checkpoint, stage, save } = context;
  const blueprint = parseCheckpoint(checkpoint);
  const before = stage().copies ?? [];
  const copies = Array.from({ length: run.copies }, (_, index): RehearsedCopy => {
    const number = index + 1;
    const environment = `rehearsal-${String(run.number)}-${String(number)}`;
    const known = before.find((copy) => copy.number === number);
    return known ?? { number, environment, state: 'waiting', checks: [] };
  });
  await save({ copies, message: `Rehearses with ${count(run.copies, 'copy', 'copies')}.` });
  const saveCopy = async (number: number, change: Partial<RehearsedCopy>): Promise<void> => {
    const now = stage().copies ?? copies;
    await save({
      copies: now.map((copy) => (copy.number === number ? { ...copy, ...change } : copy)),
    });
  };
  const results = await Promise.allSettled(
    copies.map((copy) =>
      rehearseCopy(copy, {
        ...context,
        blueprint,
        saveCopy: (change) => saveCopy(copy.number, change),
      }),
    ),
  );
  const broken = results.find((result) => result.status === 'rejected');
  if (broken) throw broken.reason;
  return judge(stage().copies ?? [], blueprint.checks.length);
}

function judge(copies: readonly RehearsedCopy[], checks: number): StageEnd {
  const failed = copies.filter(({ state }) => state !== 'passed');
  if (failed.length === 0) {
    const slowest = Math.max(...copies.map(({ readyMs }) => readyMs ?? 0));
    return {
      state: 'passed',
      message: `${count(copies.length, 'copy', 'copies')} ready in ${(slowest / 1000).toFixed(1)} s, ${count(checks, 'check', 'checks')} passed, nothing left over.`,
    };
  }
  return {
    state: 'failed',
    message: failed.map(({ number, error }) => `Copy ${String(number)}: ${error ?? ''}`).join(' '),
  };
}

function count(number: number, one: string, many: string): string {
  return `${String(number)} ${number === 1 ? one : many}`;
}
