import { setTimeout as sleep } from 'node:timers/promises';
import { checkCommand, cutOutput, LabcastError, originsOf } from '@labcast/domain';
import type { Blueprint, CheckResult, RehearsedCopy } from '@labcast/domain';
import type { Environment } from '@labcast/store';
import { measureUse } from '../checkpoint/measureUse.ts';
import { machinesOf } from '../checkpoint/disksToKeep.ts';
import { runCheck } from '../checks/runCheck.ts';
import { runCommand } from '../checks/runCommand.ts';
import { until } from './runContext.ts';
import type { RunContext } from './runContext.ts';
import { removeCopy } from './removeCopy.ts';

const solutionSeconds = 300;

export interface CopyContext extends RunContext {
  readonly blueprint: Blueprint;
  readonly saveCopy: (change: Partial<RehearsedCopy>) => Promise<void>;
}

/** One synthetic student: made, looked at, solved, looked at again, removed. */
export async function rehearseCopy(copy: RehearsedCopy, context: CopyContext): Promise<void> {
  if (copy.state === 'passed' || copy.state === 'failed' || copy.state === 'kept') return;
  const { saveCopy, log } = context;
  const { number } = copy;
  const environment = await ensureCopy(copy, context);
  await saveCopy({ state: 'starting' });
  const trouble =
    (await waitUntilReady(environment, number, context)) ??
    (await prove(environment, number, context));
  if (trouble !== undefined) await log({ message: trouble, copy: number }, 'error');
  const minutes = context.run.keepFailedMinutes;
  if (trouble !== undefined && minutes > 0) {
    const keptUntil = new Date(Date.now() + minutes * 60_000).toISOString();
    await saveCopy({ state: 'kept', error: trouble, keptUntil });
    return;
  }
  await saveCopy({ state: 'removing' });
  await removeCopy(environment, context);
  await saveCopy(trouble === undefined ? { state: 'passed' } : { state: 'failed', error: trouble });
}

/** One that was broken off while it was looked at is made anew: half a solution would be proven otherwise. */
async function ensureCopy(copy: RehearsedCopy, context: CopyContext): Promise<Environment> {
  const { run, checkpoint, deps, blueprint, log } = context;
  const { store } = deps;
  const known = (await store.listRunEnvironments(run.id)).find(
    ({ name }) => name === copy.environment,
  );
  const isFresh = copy.state === 'waiting' || copy.state === 'starting';
  if (known && isFresh && known.wanted === 'running') return known;
  if (known) await removeCopy(known, context);
  await log({ message: `Copy ${String(copy.number)} is made.`, copy: copy.number });
  const [made] = await store.createEnvironments([
    {
      assignmentId: run.assignmentId,
      role: 'rehearsal',
      name: copy.environment,
      wanted: 'running',
      blueprint: checkpoint.blueprint,
      origins: originsOf(blueprint, checkpoint.key, checkpoint.usage),
      runId: run.id,
    },
  ]);
  if (!made) throw new Error('An environment that was made is not told.');
  return made;
}

/** Says why it did not come up, or nothing. */
async function waitUntilReady(
  { id, createdAt }: Environment,
  number: number,
  context: CopyContext,
): Promise<string | undefined> {
  const { deps, saveCopy, log } = context;
  const now = await until(context, async () => {
    const seen = await deps.store.getEnvironment(id);
    if (seen.removedAt ?? seen.wanted === 'absent') return seen;
    const isSettled = seen.settledGeneration >= seen.generation;
    return isSettled || seen.status.state === 'failed' ? seen : undefined;
  });
  if (now.removedAt ?? now.wanted === 'absent') return 'Somebody deleted it.';
  if (now.status.state === 'failed')
    return `It did not start: ${now.status.lastError?.message ?? 'nobody knows why.'}`;
  const readyMs = Math.max(0, Date.now() - createdAt.getTime());
  await saveCopy({ readyMs });
  await log({ message: `Ready after ${(readyMs / 1000).toFixed(1)} s.`, copy: number });
  return undefined;
}

/** Says what does not work, or nothing. */
async function prove(
  environment: Environment,
  number: number,
  context: CopyContext,
): Promise<string | undefined> {
  const { deps, blueprint, saveCopy } = context;
  const { solution } = blueprint;
  await saveCopy({ state: 'checking' });
  const checks = await runChecks(environment, number, { ...context, isFinal: !solution });
  await saveCopy({ checks });
  const machines = await machinesOf(environment, deps.incus);
  const usage = await measureUse(environment, machines, deps);
  const sum = (field: 'memoryBytes' | 'diskBytes') =>
    usage.reduce((total, one) => total + one[field], 0);
  await saveCopy({ memoryBytes: sum('memoryBytes'), diskBytes: sum('diskBytes') });
  if (!solution) return describeFailures(checks, '');
  await saveCopy({ state: 'solving' });
  const trouble = await solve(environment, number, { ...context, solution });
  if (trouble !== undefined) return trouble;
  const solvedChecks = await runChecks(environment, number, { ...context, isFinal: true });
  await saveCopy({ solvedChecks });
  return describeFailures(solvedChecks, ' on the solved lab');
}

/** Checks that must pass are tried again for a while: what they look at may still be starting. */
async function runChecks(
  environment: Environment,
  number: number,
  context: CopyContext & { isFinal: boolean },
): Promise<CheckResult[]> {
  const { deps, blueprint, signal, log, isFinal } = context;
  const giveUp = Date.now() + (isFinal ? deps.timings.checkPatience : 0);
  const results: CheckResult[] = [];
  for (const check of blueprint.checks) {
    let result = await runCheck(environment, blueprint, check, { incus: deps.incus, signal });
    while (!result.passed && Date.now() < giveUp) {
      await sleep(deps.timings.checkAgain, undefined, { signal });
      result = await runCheck(environment, blueprint, check, { incus: deps.incus, signal });
    }
    const message = `${result.passed ? 'Passed' : 'Failed'}: ${check.name} (${String(result.milliseconds)} ms)`;
    const output = result.passed || result.output === '' ? '' : `\n${result.output}`;
    await log(
      { message: `${message}${output}`, copy: number, element: check.on },
      result.passed ? 'info' : isFinal ? 'error' : 'warning',
    );
    results.push(result);
  }
  return results;
}

async function solve(
  { key }: Environment,
  number: number,
  context: CopyContext & { solution: NonNullable<Blueprint['solution']> },
): Promise<string | undefined> {
  const { deps, blueprint, signal, log, solution } = context;
  for (const [index, { on, run }] of solution.entries()) {
    const step = `step ${String(index + 1)} of the solution, on ${on}`;
    const target = checkCommand(key, blueprint, { on, run, timeoutSeconds: solutionSeconds });
    if (!target) throw new LabcastError('element-not-found', `There is no element ${on}.`);
    const ran = await runCommand(target, solutionSeconds, { incus: deps.incus, signal });
    const output = cutOutput(ran.output);
    await log({ message: `Did ${step}.${output && `\n${output}`}`, copy: number, element: on });
    if (ran.trouble !== undefined) return `${capital(step)}: ${ran.trouble}`;
    if (ran.exitCode !== 0) return `${capital(step)} ended with exit code ${String(ran.exitCode)}.`;
  }
  return undefined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function describeFailures(checks: readonly CheckResult[], where: string): string | undefined {
  const failed = checks.filter(({ passed }) => !passed);
  if (failed.length === 0) return undefined;
  const names = failed.map(({ name, on }) => `"${name}" on ${on}`).join(', ');
  return `${String(failed.length)} of ${String(checks.length)} checks failed${where}: ${names}.`;
}
