import type { EnvironmentView } from '@labcast/api-client';
import { activityText } from './activityText.ts';

const busy: readonly string[] = ['waiting', 'starting', 'updating', 'stopping', 'deleting'];

export interface Ending {
  readonly text: string;
  readonly isError: boolean;
}

/** What to tell somebody who was elsewhere; undefined while it goes on, and for what was not under way. */
export function describeEnding(
  before: EnvironmentView['status']['state'] | undefined,
  { assignment, environment, status, removedAt }: EnvironmentView,
): Ending | undefined {
  const { state, lastError } = status;
  if (before === undefined || before === state) return undefined;
  const lab = `${assignment}/${environment}`;
  if (state === 'failed')
    return { text: activityText.failed(lab, lastError?.message ?? ''), isError: true };
  if (!busy.includes(before)) return undefined;
  if (removedAt !== undefined || state === 'gone')
    return { text: activityText.gone(lab), isError: false };
  if (state === 'ready') return { text: activityText.ready(lab), isError: false };
  if (state === 'stopped') return { text: activityText.stopped(lab), isError: false };
  if (state === 'attention') return { text: activityText.attention(lab), isError: false };
  return undefined;
}
