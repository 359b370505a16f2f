import type { IncusEvent } from './client.ts';
import type { EventStream, RawEvent } from './eventStream.ts';
import { instanceOf, isFinished } from './operation.ts';

/** See `IncusClient.watchEvents`. */
export function watchEvents(
  events: EventStream,
  listener: (event: IncusEvent) => void,
): () => void {
  return events.listen((raw) => {
    const event = typeof raw === 'string' ? connectionEvents[raw] : readEvent(raw);
    if (event !== undefined) listener(event);
  });
}

const connectionEvents = {
  opened: { type: 'reconnected' },
  closed: { type: 'disconnected' },
} as const;

/** Only what a listener can use: an operation's end, and nothing of commands, whose events hold secrets. */
function readEvent(raw: RawEvent): IncusEvent | undefined {
  if (raw.type === 'lifecycle') {
    return withInstance(
      {
        type: 'lifecycle',
        action: raw.metadata.action,
        isRequested: Boolean(raw.metadata.requestor),
      },
      instanceOf(raw.metadata.source),
    );
  }
  const operation = raw.metadata;
  if (operation.class !== 'task' || !isFinished(operation)) return undefined;
  return withInstance(
    { type: 'operation', action: operation.status },
    instanceOf(operation.resources?.instances?.[0]),
  );
}

function withInstance(event: IncusEvent, instance: string | undefined): IncusEvent {
  return instance === undefined ? event : { ...event, instance };
}
