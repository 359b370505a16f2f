import type { ApiEvent, EnvironmentView } from '@labcast/api-client';

/** What a page shows of an environment after an event; the same object when the event says nothing new. */
export function applyEvent(shown: EnvironmentView | undefined, event: ApiEvent) {
  if (event.event !== 'environment') return shown;
  if (!shown) return event.data;
  if (shown.id !== event.data.id) {
    // A removed one and its successor share their address: the younger one is meant.
    return event.data.createdAt > shown.createdAt ? event.data : shown;
  }
  return isOlder(event.data, shown) ? shown : event.data;
}

/** Answers to calls and events may overtake each other. */
function isOlder(arrived: EnvironmentView, shown: EnvironmentView): boolean {
  if (arrived.generation !== shown.generation) return arrived.generation < shown.generation;
  return arrived.updatedAt < shown.updatedAt;
}
