import { EventSourceParserStream } from 'eventsource-parser/stream';
import type { ApiEvent } from '../client.ts';
import { refusal, unreachable } from '../refusal.ts';
import type { Server } from '../server.ts';

const known: readonly string[] = ['environment', 'log', 'heartbeat'] satisfies ApiEvent['event'][];

/** See `ApiClient.watchEvents`. Throws `server-unreachable` when the connection breaks. */
export async function* watchEvents(
  { baseUrl, token }: Server,
  options: { readonly environment?: string; readonly signal?: AbortSignal } = {},
): AsyncGenerator<ApiEvent, void> {
  const { environment, signal } = options;
  const url = new URL(`${baseUrl}/api/v1/events`);
  if (environment !== undefined) url.searchParams.set('environment', environment);
  const asUnreachable = (cause: unknown) =>
    signal?.aborted ? undefined : unreachable(baseUrl, cause);
  let response: Response;
  try {
    const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' };
    response = await fetch(url, { headers, ...(signal && { signal }) });
  } catch (cause) {
    const error = asUnreachable(cause);
    if (error) throw error;
    return;
  }
  if (!response.ok || !response.body) throw refusal(await readJson(response), response.status);
  const messages = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream());
  try {
    for await (const { event, data } of messages) {
      // A newer server may tell more than this client knows.
      if (known.includes(event ?? ''))
        yield { event, data: JSON.parse(data) as unknown } as ApiEvent;
    }
  } catch (cause) {
    const error = asUnreachable(cause);
    if (error) throw error;
  }
}

async function readJson(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined);
}
