import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { EnvironmentView } from '@labcast/api-client';
import { WebSocketServer } from 'ws';
import type { ExecRequest } from './fakeTunnels.ts';
import { serveExec, serveForward } from './fakeTunnels.ts';

export interface Answer {
  readonly status?: number;
  readonly body: unknown;
}

interface FakeRequest {
  readonly method: string;
  /** Below `/api/v1`, without the query. */
  readonly path: string;
  readonly body: unknown;
}

/** `GET /types` and the like; a function can answer each time anew. */
export type Routes = Record<string, Answer | ((request: FakeRequest) => Answer)>;

export interface FakeServer {
  readonly port: number;
  /** For the launcher: where it is, and a token that it accepts. */
  readonly environment: Record<string, string>;
  /** All that was asked, in order. */
  readonly requests: FakeRequest[];
  readonly execRequests: ExecRequest[];
  /** How many event streams are open. */
  readonly watchers: () => number;
  /** Sends the present state to all that watch, and remembers it for those who ask. */
  tell(view: EnvironmentView): void;
  tellLog(line: unknown): void;
  /** Drops every connection, as a killed server does. */
  kill(): Promise<void>;
}

const token = 'test-token';

/** A server that speaks the contract, with the answers of the test; `port` to come back where another one was. */
export async function startFakeServer(routes: Routes, port = 0): Promise<FakeServer> {
  const views = new Map<string, EnvironmentView>();
  const watchers = new Set<ServerResponse>();
  const requests: FakeRequest[] = [];
  const execRequests: ExecRequest[] = [];

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  const tunnels = new WebSocketServer({ server });
  tunnels.on('connection', (socket, request) => {
    const url = new URL(request.url ?? '', 'http://fake');
    requests.push({ method: 'WS', path: url.pathname.replace('/api/v1', ''), body: url.search });
    if (url.pathname.endsWith('/exec')) {
      serveExec(socket, url.searchParams.getAll('command'), (asked) => execRequests.push(asked));
    } else serveForward(socket, Number(url.searchParams.get('port')));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://fake');
    const method = request.method ?? 'GET';
    const path = url.pathname.replace('/api/v1', '');
    const hasBody = request.headers['content-type']?.includes('json') ?? false;
    const asked = { method, path, body: hasBody ? await json(request) : undefined };
    requests.push(asked);
    if (request.headers.authorization !== `Bearer ${token}` && path !== '/healthz') {
      send(response, refusal(401, 'not-signed-in', 'The token is not known.'));
    } else if (path === '/events') watch(response);
    else send(response, find(asked));
  }

  function find(asked: FakeRequest): Answer {
    const route = routes[`${asked.method} ${asked.path}`];
    if (route) return typeof route === 'function' ? route(asked) : route;
    const view = views.get(asked.path.replace('/environments/', ''));
    if (asked.method === 'GET' && view) return { body: view };
    return refusal(404, 'environment-not-found', `There is no ${asked.path}.`);
  }

  function watch(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    watchers.add(response);
    response.on('close', () => watchers.delete(response));
    for (const view of views.values()) sendEvent(response, 'environment', view);
    sendEvent(response, 'heartbeat', {});
  }

  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const actual = (server.address() as AddressInfo).port;
  return {
    port: actual,
    environment: { LABCAST_URL: `http://127.0.0.1:${String(actual)}`, LABCAST_TOKEN: token },
    requests,
    execRequests,
    watchers: () => watchers.size,
    tell(view) {
      views.set(`${view.assignment}/${view.environment}`, view);
      for (const watcher of watchers) sendEvent(watcher, 'environment', view);
    },
    tellLog(line) {
      for (const watcher of watchers) {
        sendEvent(watcher, 'log', { environmentId: 'environment-1', line });
      }
    },
    async kill() {
      for (const socket of tunnels.clients) socket.terminate();
      tunnels.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function refusal(status: number, code: string, message: string, more: object = {}): Answer {
  return { status, body: { error: { code, message, requestId: 'request-1', ...more } } };
}

function send(response: ServerResponse, { status = 200, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function sendEvent(response: ServerResponse, event: string, data: unknown): void {
  response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
