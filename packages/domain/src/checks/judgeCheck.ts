import type { Check } from '../blueprint/blueprint.ts';

/** How a check's command ended. */
export interface CheckRun {
  /** Undefined when it did not end by itself. */
  readonly exitCode?: number;
  /** What it wrote, both streams. */
  readonly output: string;
  readonly milliseconds: number;
  /** ISO 8601, when it ended. */
  readonly at: string;
  /** Why it could not be run or did not end, as a sentence. */
  readonly trouble?: string;
}

export interface CheckResult {
  readonly name: string;
  readonly on: string;
  readonly passed: boolean;
  /** ISO 8601. */
  readonly at: string;
  readonly exitCode?: number;
  /** At most `mostOutputBytes`, and what kept it from ending. */
  readonly output: string;
  /** In words for people: `exit code 0 and "Welcome" in the output`. */
  readonly expected: string;
  readonly milliseconds: number;
}

/** Of the output of one check: enough to see why, too little to fill a database. */
export const mostOutputBytes = 4096;

/** Whether a check passed, by what its command gave. */
export function judgeCheck(check: Check, ran: CheckRun): CheckResult {
  const { name, on, expect } = check;
  const { exitCode, output, milliseconds, at, trouble } = ran;
  const hasOutput = expect.output === undefined || output.includes(expect.output);
  return {
    name,
    on,
    passed: trouble === undefined && exitCode === expect.exitCode && hasOutput,
    at,
    ...(exitCode !== undefined && { exitCode }),
    output: [cutOutput(output), trouble].filter(Boolean).join('\n'),
    expected: describeExpected(check),
    milliseconds,
  };
}

export function describeExpected({ expect }: Pick<Check, 'expect'>): string {
  const code = `exit code ${String(expect.exitCode)}`;
  return expect.output === undefined ? code : `${code} and "${expect.output}" in the output`;
}

/** The beginning, with a word about what was left out. */
export function cutOutput(text: string): string {
  const clean = text.trimEnd();
  if (clean.length <= mostOutputBytes) return clean;
  return `${clean.slice(0, mostOutputBytes)}\n(${String(clean.length - mostOutputBytes)} more characters)`;
}
