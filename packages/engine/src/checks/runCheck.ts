import { checkCommand, judgeCheck } from '@labcast/domain';
import type { Blueprint, Check, CheckResult } from '@labcast/domain';
import type { IncusClient } from '@labcast/incus';
import type { Environment } from '@labcast/store';
import { runCommand } from './runCommand.ts';

/** Runs one check in an environment and judges it. What keeps it from running makes it fail, with the reason. */
export async function runCheck(
  { key }: Pick<Environment, 'key'>,
  blueprint: Blueprint,
  check: Check,
  deps: { incus: Pick<IncusClient, 'openExec'>; signal: AbortSignal },
): Promise<CheckResult> {
  const target = checkCommand(key, blueprint, check);
  if (target) return judgeCheck(check, await runCommand(target, check.timeoutSeconds, deps));
  return judgeCheck(check, {
    output: '',
    milliseconds: 0,
    at: new Date().toISOString(),
    trouble: `There is no element ${check.on} in this lab.`,
  });
}
