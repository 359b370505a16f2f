import type { ApiEvent } from '@labcast/api-client';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { readRefusal, unreachable } from '../readRefusal.ts';

const known: readonly string[] = [
  'environment',
  'log',
  'usage',
  'presence',
  'viewers',
  'messages',
  'runs',
  'heartbeat',
] satisfies ApiEvent['event'][];

/** The server's events until the connection breaks, which throws. By `fetch`, because `EventSource` hides why it failed. */
export async function* watchEvents(
  environment: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<ApiEvent, void> {
  const query = environment === undefined ? '' : `?${new URLSearchParams({ environment })}`;
  const response = await fetch(`/api/v1/events${query}`, {
    headers: { accept: 'text/event-stream' },
    signal,
  }).catch((cause: unknown) => {
    throw unreachable(cause);
  });
  if (!response.ok || !response.body)
    throw readRefusal(await response.json().catch(() => undefined), response);
  const events = response.body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array<ArrayBuffer>>)
    .pipeThrough(new EventSourceParserStream());
  const reader = events.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    // A newer server may tell more than this page knows.
    if (known.includes(value.event ?? ''))
      yield { event: value.event, data: JSON.parse(value.data) as unknown } as ApiEvent;
  }
}
