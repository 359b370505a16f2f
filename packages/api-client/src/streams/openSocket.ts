import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { refusal, unreachable } from '../refusal.ts';
import type { Server } from '../server.ts';

/** Resolves with an open socket, paused; throws an `ApiError` with what the server refused. */
export async function openSocket(
  { baseUrl, token }: Server,
  path: string,
  query: readonly (readonly [name: string, value: string])[],
): Promise<WebSocket> {
  const url = new URL(`${baseUrl}${path}`);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  for (const [name, value] of query) url.searchParams.append(name, value);
  const headers = { authorization: `Bearer ${token}` };
  const socket = new WebSocket(url, {
    headers,
    perMessageDeflate: false,
    handshakeTimeout: 30_000,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => {
      // Nothing is lost before somebody listens.
      socket.pause();
      resolve();
    });
    socket.once('error', (cause) => reject(unreachable(baseUrl, cause)));
    socket.once('unexpected-response', (_request, response) => {
      void readBody(response).then((body) => {
        reject(refusal(body, response.statusCode));
        socket.terminate();
      });
    });
  });
  // From here on the end of the socket tells enough.
  socket.on('error', () => undefined);
  return socket;
}

async function readBody(response: IncomingMessage): Promise<unknown> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}
