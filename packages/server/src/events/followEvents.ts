import type { Store } from '@labcast/store';
import { toEnvironmentView } from '../schemas/environment.ts';
import type { EventHub, HubEvent } from './eventHub.ts';
import type { EventStream } from './eventStream.ts';

/**
 * Sends the present state of each environment, and from then on everything that happens, to the stream that `open` gives.
 * `wanted` is `assignment/environment`, or undefined for all. Returns the way to stop.
 */
export async function followEvents(
  { store, events }: { store: Pick<Store, 'listEnvironments'>; events: EventHub },
  wanted: string | undefined,
  open: () => EventStream,
): Promise<() => void> {
  const isWanted = (assignment: string, environment: string) =>
    wanted === undefined || wanted === `${assignment}/${environment}`;
  // What happens while the present state is read is told after it.
  const early: HubEvent[] = [];
  let deliver = (event: HubEvent) => {
    early.push(event);
  };
  const stop = events.subscribe((event) => {
    if (isWanted(event.assignment, event.environment)) deliver(event);
  });
  try {
    const environments = await store.listEnvironments();
    const stream = open();
    deliver = (event) => stream.send(event.name, event.data);
    for (const environment of environments) {
      const isMeant = isWanted(environment.assignmentName, environment.name);
      if (isMeant) stream.send('environment', toEnvironmentView(environment));
    }
    for (const event of early) deliver(event);
    return stop;
  } catch (error) {
    stop();
    throw error;
  }
}
