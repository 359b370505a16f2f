import type { ServerResponse } from 'node:http';

/** What may wait for a client that reads slowly before it is dropped; it connects again and sees the present state. */
const mostWaitingBytes = 1024 * 1024;

/** Server-sent events on one response. */
export interface EventStream {
  send(event: string, data: unknown): void;
  end(): void;
}

export function openEventStream(
  response: ServerResponse,
  headers: Readonly<Record<string, number | string | string[] | undefined>>,
): EventStream {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) response.setHeader(name, value);
  }
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.flushHeaders();
  return {
    send(event, data) {
      if (response.destroyed || response.writableEnded) return;
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      if (response.writableLength > mostWaitingBytes) response.destroy();
    },
    end() {
      response.end();
    },
  };
}
