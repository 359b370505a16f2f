import type { EnvironmentView } from '@labcast/api-client';
import { CommandError } from '../commandError.ts';
import { environmentName } from '../environmentName.ts';
import { removalHint } from './removalHint.ts';

/** Which step, why, and the ways forward. */
export function describeFailure(view: EnvironmentView): CommandError {
  const name = environmentName(view);
  if (view.removedAt !== undefined) {
    return new CommandError('step-failed', `${name} was destroyed meanwhile.`, {
      remedy: `See what was removed: labcast receipt ${view.assignment}`,
    });
  }
  const { steps, lastError } = view.status;
  const step = steps.find((candidate) => candidate.state === 'failed');
  const why = lastError?.message ?? step?.message ?? 'The server gave no reason.';
  const what = step === undefined ? `${name} failed` : `${name}: "${step.title}" failed`;
  return new CommandError('step-failed', `${what}. ${why}`, {
    remedy: [
      ...(lastError?.remedy === undefined ? [] : [lastError.remedy]),
      `Try again:  labcast retry ${name}`,
      `Read more:  labcast logs ${name}`,
      removalHint(view),
    ].join('\n'),
  });
}
