import { checkCommand, judgeCheck, LabcastError } from '@labcast/domain';
import type { Blueprint, Check, CheckResult, CheckRun } from '@labcast/domain';
import { IncusError } from '@labcast/incus';
import type { IncusClient } from '@labcast/incus';
import type { Environment } from '@labcast/store';

/** At once in one environment: more would only wait for each other's CPU. */
const mostAtOnce = 4;

type Incus = Pick<IncusClient, 'exec'>;

/** Runs checks in an environment now. Throws `element-not-running` for one that is not meant to run. */
export async function runChecks(
  incus: Incus,
  environment: Environment,
  { blueprint, checks }: { blueprint: Blueprint; checks: readonly Check[] },
): Promise<CheckResult[]> {
  if (environment.wanted !== 'running') {
    throw new LabcastError('element-not-running', 'This lab is stopped.', {
      remedy: 'Start it, and run the check again.',
    });
  }
  const results = new Map<Check, CheckResult>();
  const waiting = [...checks];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      results.set(check, judgeCheck(check, await run(incus, environment, { blueprint, check })));
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, work));
  return checks.flatMap((check) => results.get(check) ?? []);
}

/** What keeps a check from running makes it fail, with the reason; only an Incus that is away is thrown. */
async function run(
  incus: Incus,
  { key }: Environment,
  { blueprint, check }: { blueprint: Blueprint; check: Check },
): Promise<CheckRun> {
  const began = performance.now();
  const told = (rest: Omit<CheckRun, 'milliseconds' | 'at'>): CheckRun => ({
    ...rest,
    milliseconds: Math.round(performance.now() - began),
    at: new Date().toISOString(),
  });
  const target = checkCommand(key, blueprint, check);
  if (!target) return told({ output: '', trouble: `There is no element ${check.on} in this lab.` });
  const timeoutMs = check.timeoutSeconds * 1000;
  try {
    const { command, instance } = target;
    const { exitCode, stdout, stderr } = await incus.exec(instance, { command }, { timeoutMs });
    return told({ exitCode, output: stdout.toString() + stderr.toString() });
  } catch (error) {
    if (!(error instanceof IncusError) || error.kind === 'unavailable') throw error;
    const isLate = performance.now() - began >= timeoutMs;
    const trouble = isLate
      ? `It did not end within ${String(check.timeoutSeconds)} s.`
      : `${check.on} is not running.`;
    return told({ output: '', trouble });
  }
}
