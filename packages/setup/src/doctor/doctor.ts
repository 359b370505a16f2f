import type { Finding } from '../machine/judgeMachine.ts';
import type { Context } from '../run/context.ts';
import { examine } from './examine.ts';

/** Prints what is well and what is not, each with its remedy. Returns 1 when anything is an error. */
export async function doctor(
  context: Context,
  options: { json: boolean },
  print: (text: string) => void,
): Promise<number> {
  const findings = await examine(context);
  print(options.json ? JSON.stringify(findings, undefined, 2) : describeFindings(findings));
  return findings.some((finding) => finding.level === 'error') ? 1 : 0;
}

const words = { ok: 'ok     ', warning: 'warning', error: 'ERROR  ' } as const;

export function describeFindings(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ level, message, remedy }) => [
    `${words[level]} ${message}`,
    ...(remedy === undefined ? [] : [`        -> ${remedy}`]),
  ]);
  const count = (level: Finding['level']): number =>
    findings.filter((finding) => finding.level === level).length;
  const errors = count('error');
  const warnings = count('warning');
  const sum =
    errors + warnings === 0
      ? 'Everything is well.'
      : `${String(errors)} errors, ${String(warnings)} warnings. \`./labcast sweep\` looks for orphans of labs.`;
  return [...lines, '', sum].join('\n');
}
