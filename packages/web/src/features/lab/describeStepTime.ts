import type { Lab } from '@labcast/api-client';
import { printDuration } from '../../components/printDuration.ts';
import { labText } from './labText.ts';

type Step = Lab['environment']['status']['steps'][number];

/** How long a step took or takes, or what it waits for. */
export function describeStepTime(step: Step, now: number): string {
  const { state, startedAt, endedAt, usual, message, place } = step;
  const start = startedAt === undefined ? undefined : Date.parse(startedAt);
  if (state === 'running' && start !== undefined) {
    const passed = now - start;
    if (!usual) return printDuration(passed);
    const print = passed > usual.p90Ms ? labText.long : labText.about;
    return print(printDuration(passed), printDuration(usual.medianMs));
  }
  if (state === 'done' && start !== undefined && endedAt !== undefined)
    return printDuration(Date.parse(endedAt) - start);
  if (place !== undefined) return labText.place(place);
  return message ?? (state === 'waiting' ? labText.waiting : '');
}

/** The place in the queue of a lab that waits for its turn, and of which nothing is at work. */
export function findQueuePlace(steps: readonly Step[]): number | undefined {
  return steps.find(({ state }) => state !== 'done')?.place;
}
