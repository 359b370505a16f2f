import type { Context } from './context.ts';
import type { StepFailure } from './steps.ts';

/** Which step, why, what to do, and where more stands. */
export function describeFailure(
  failure: StepFailure,
  context: Pick<Context, 'log'>,
  goOn: string,
): string {
  const { error } = failure;
  const details = error as { remedy?: string; lastLines?: readonly string[] };
  const message = error instanceof Error ? error.message : String(error);
  return [
    '',
    `${failure.title}: failed.`,
    `  ${message}`,
    ...(details.lastLines ?? []).map((line) => `  | ${line}`),
    ...(details.remedy === undefined ? [] : [`  What to do: ${details.remedy}`]),
    `  Details: ${context.log.path}`,
    `  ${goOn}`,
    '',
  ].join('\n');
}
