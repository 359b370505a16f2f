import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { HostClient } from './client.ts';
import { HostError } from './HostError.ts';
import {
  comparisonRequest,
  egressRequest,
  freezeRequest,
  limitRequest,
  requestIdHeader,
  thawRequest,
} from './protocol.ts';

/** The helper's API as an HTTP server that does not listen yet. Logs one line for each request. */
export function createHostServer(helper: HostClient, log: Logger): Server {
  return createServer((request, response) => {
    const startedAt = performance.now();
    const requestLog = log.child({ requestId: readRequestId(request) });
    answer(helper, request)
      .then((body) => send(response, body === undefined ? 204 : 200, body))
      .catch((error: unknown) => {
        const { statusCode, kind, message } = describe(error);
        if (kind === 'rejected' || kind === 'refused') requestLog.warn({ kind }, message);
        else requestLog.error({ error }, message);
        send(response, statusCode, { kind, message });
      })
      .finally(() =>
        // Asked every second.
        requestLog[request.url?.startsWith('/v1/usage/') ? 'debug' : 'info'](
          {
            method: request.method,
            path: request.url,
            statusCode: response.statusCode,
            ms: Math.round((performance.now() - startedAt) * 10) / 10,
          },
          'request',
        ),
      );
  });
}

type Route = (
  helper: HostClient,
  request: { readonly item: string; readonly message: IncomingMessage },
) => Promise<unknown>;

const routes: Readonly<Record<string, Route>> = {
  'GET /v1/status': (helper) => helper.getStatus(),
  'GET /v1/usage/:item': (helper, { item }) => helper.getUsage(item),
  'GET /v1/networks': (helper) => helper.getNetworks(),
  'PUT /v1/bridges/:item': (helper, { item }) => helper.ensureBridge(item),
  'DELETE /v1/bridges/:item': (helper, { item }) => helper.removeBridge(item),
  'PUT /v1/egress/:item': async (helper, { item, message }) => {
    const body = egressRequest.safeParse(await readJson(message));
    if (!body.success) throw new HostError('rejected', 'The body must be {"allowed": true|false}.');
    return helper.setEgress(item, body.data.allowed);
  },
  'POST /v1/freeze': async (helper, { message }) => {
    const body = freezeRequest.safeParse(await readJson(message));
    if (!body.success)
      throw new HostError('rejected', 'The body must be {"names": [...], "seconds": 5}.');
    return helper.freeze(body.data.names, body.data.seconds);
  },
  'POST /v1/thaw': async (helper, { message }) => {
    const body = thawRequest.safeParse(await readJson(message));
    if (!body.success) throw new HostError('rejected', 'The body must be {"names": [...]}.');
    return helper.thaw(body.data.names);
  },
  'PUT /v1/room/:item': (helper, { item }) => helper.giveRoom(item),
  'PUT /v1/limits/:item': async (helper, { item, message }) => {
    const body = limitRequest.safeParse(await readJson(message));
    if (!body.success) throw new HostError('rejected', 'The body must be {"bytes": 1073741824}.');
    return helper.limitDisk(item, body.data.bytes);
  },
  'POST /v1/comparisons': async (helper, { message }) => {
    const body = comparisonRequest.safeParse(await readJson(message));
    if (!body.success)
      throw new HostError('rejected', 'The body must be {"before": "a name", "after": "a name"}.');
    return helper.compareDisks(body.data);
  },
  'POST /v1/restore': (helper) => helper.restore(),
};

async function answer(helper: HostClient, message: IncomingMessage): Promise<unknown> {
  const { method = '', url = '' } = message;
  const [, collection = '', item] = /^(\/v1\/[a-z]+)(?:\/([^/]*))?$/.exec(url) ?? [];
  const route = routes[`${method} ${collection}${item === undefined ? '' : '/:item'}`];
  if (route !== undefined) return route(helper, { item: decode(item), message });
  throw new HostError('rejected', `The host helper has no ${method} ${url.slice(0, 80)}.`);
}

function decode(item = ''): string {
  try {
    return decodeURIComponent(item);
  } catch {
    throw new HostError('rejected', 'The name in the path is not encoded as a URL needs it.');
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const largestBody = 65_536;
  let text = '';
  for await (const chunk of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += chunk;
    if (text.length > largestBody) throw new HostError('rejected', 'The body is too large.');
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe(error: unknown): { statusCode: number; kind: string; message: string } {
  const statusCodes = { rejected: 422, refused: 409, failed: 500, unavailable: 503 };
  if (error instanceof HostError) {
    return { statusCode: statusCodes[error.kind], kind: error.kind, message: error.message };
  }
  const message = 'The host helper failed. Its log says why; the request may be repeated.';
  return { statusCode: 500, kind: 'failed', message };
}

function send(response: ServerResponse, statusCode: number, body: unknown): void {
  if (body === undefined) response.writeHead(statusCode).end();
  else
    response
      .writeHead(statusCode, { 'content-type': 'application/json' })
      .end(JSON.stringify(body));
}

/** Only what is safe to stand in a log line. */
function readRequestId(request: IncomingMessage): string | undefined {
  const id = request.headers[requestIdHeader];
  return typeof id === 'string' && /^[\w.:-]{1,100}$/.test(id) ? id : undefined;
}
