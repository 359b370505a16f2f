import type { DesiredEnvironment } from '../environment/desired.ts';
import { guestPhase, longestBootSeconds } from '../environment/guestPhase.ts';
import type { ObservedEnvironment } from '../environment/observed.ts';
import { runningStepIds } from './planInstances.ts';
import type { Step } from './step.ts';
import { guestStepId } from './stepIds.ts';

/** Guests start by themselves with their containers; here they are waited for. One that was switched off is left so. */
export function planGuests(
  desired: DesiredEnvironment,
  observed: ObservedEnvironment,
  planned: ReadonlySet<string>,
): Step[] {
  return desired.instances.flatMap(({ name, element, guest }): Step[] => {
    if (!guest) return [];
    const needs = runningStepIds(name, planned);
    if (needs.length === 0 && guestPhase(observed.guests[name], guest) !== 'starting') return [];
    return [
      {
        id: guestStepId(name),
        title: `Boot the guest of ${element}`,
        element,
        needs,
        action: {
          type: 'wait-guest',
          instance: name,
          element,
          seconds: longestBootSeconds(guest),
        },
      },
    ];
  });
}
