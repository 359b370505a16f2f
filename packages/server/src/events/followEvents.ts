import type { Thing } from '@labcast/domain';
import type { Store } from '@labcast/store';
import { toEnvironmentView } from '../schemas/environment.ts';
import { whereOf } from './eventHub.ts';
import type { EventHub, HubEvent } from './eventHub.ts';
import type { EventStream } from './eventStream.ts';

/**
 * Sends the present state of each environment, and from then on everything that happens, to the stream that `open` gives.
 * `wanted` is `assignment/environment`, or undefined for all that the caller may see; `mayView` is asked for each event,
 * so that it may change its mind. Returns the way to stop.
 */
export async function followEvents(
  { store, events }: { store: Pick<Store, 'listLabs'>; events: EventHub },
  { wanted, mayView }: { wanted: string | undefined; mayView: (thing: Thing) => boolean },
  open: () => EventStream,
): Promise<() => void> {
  const isMeant = ({ assignment, environment, thing }: Omit<HubEvent, 'name' | 'data'>) =>
    (wanted === undefined || wanted === `${assignment}/${environment}`) && mayView(thing);
  // What happens while the present state is read is told after it.
  const early: HubEvent[] = [];
  let deliver = (event: HubEvent) => {
    early.push(event);
  };
  const stop = events.subscribe((event) => {
    if (wanted === undefined && event.name === 'usage') return;
    if (isMeant(event)) deliver(event);
  });
  try {
    const environments = await store.listLabs();
    const stream = open();
    deliver = (event) => stream.send(event.name, event.data);
    for (const environment of environments) {
      if (isMeant(whereOf(environment))) stream.send('environment', toEnvironmentView(environment));
    }
    for (const event of early) deliver(event);
    return stop;
  } catch (error) {
    stop();
    throw error;
  }
}
