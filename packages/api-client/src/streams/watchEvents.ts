import { EventSourceParserStream } from 'eventsource-parser/stream';
import { ApiError } from '../apiError.ts';
import type { ApiEvent } from '../client.ts';
import { refusal, unreachable } from '../refusal.ts';
import type { Server } from '../server.ts';

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

interface WatchOptions {
  readonly environment?: string;
  readonly signal?: AbortSignal;
}

/** See `ApiClient.watchEvents`. Throws `server-unreachable` when the connection breaks, and ends when it is told to. */
export async function* watchEvents(
  server: Server,
  options: WatchOptions = {},
): AsyncGenerator<ApiEvent, void> {
  try {
    for await (const { event, data } of await connect(server, options)) {
      // A newer server may tell more than this client knows.
      if (known.includes(event ?? ''))
        yield { event, data: JSON.parse(data) as unknown } as ApiEvent;
    }
  } catch (cause) {
    if (options.signal?.aborted) return;
    throw cause instanceof ApiError ? cause : unreachable(server.baseUrl, cause);
  }
}

async function connect({ baseUrl, token }: Server, { environment, signal }: WatchOptions) {
  const url = new URL(`${baseUrl}/api/v1/events`);
  if (environment !== undefined) url.searchParams.set('environment', environment);
  const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' };
  const response = await fetch(url, { headers, ...(signal && { signal }) });
  if (!response.ok || !response.body) throw refusal(await readJson(response), response.status);
  return response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream());
}

async function readJson(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined);
}
