import { Pool, type Dispatcher } from 'undici';
import { WebSocket } from 'ws';

import { describeEndpoint, tlsOptions, type IncusEndpoint } from './endpoint.ts';
import { IncusError, readIncusError } from './errors.ts';

export interface Call {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/1.0`, with its parts encoded already: see `pathOf`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, in place of `body`. */
  readonly content?: Dispatcher.DispatchOptions['body'];
  readonly headers?: Readonly<Record<string, string>>;
  /** For the whole answer; 30 s unless told. */
  readonly timeoutMs?: number;
}

/** Incus's envelope. `metadata` of an asynchronous answer is the operation. */
interface Answer {
  readonly metadata: unknown;
  readonly etag: string | undefined;
}

export interface Transport {
  readonly project: string;
  /** Throws an `IncusError` for every answer that is not a success. */
  call(call: Call): Promise<Answer>;
  /** The answer's bytes and headers as they came, for files and metrics. */
  fetchContent(call: Call): Promise<{ headers: Dispatcher.ResponseData['headers']; body: Buffer }>;
  openSocket(path: string, query: Readonly<Record<string, string>>): WebSocket;
  close(): Promise<void>;
}

/** `/instances/a%20b/state`; every part is encoded. */
export function pathOf(...parts: readonly string[]): string {
  return parts.map((part) => `/${encodeURIComponent(part)}`).join('');
}

const defaultTimeoutMs = 30_000;

/** Keep-alive connections to one Incus; everything asked is asked of one project. */
export function createTransport(endpoint: IncusEndpoint, project: string): Transport {
  const where = describeEndpoint(endpoint);
  const pool =
    'socketPath' in endpoint
      ? new Pool('http://incus', { connect: { socketPath: endpoint.socketPath }, keepAliveTimeout })
      : new Pool(endpoint.url, { connect: tlsOptions(endpoint), keepAliveTimeout });

  const resource = (path: string, query: Readonly<Record<string, string>> = {}): string =>
    `/1.0${path}?${new URLSearchParams({ project, ...query }).toString()}`;

  async function send({ timeoutMs = defaultTimeoutMs, ...call }: Call) {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await pool.request({
        method: call.method,
        path: resource(call.path, call.query),
        headers: {
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...call.headers,
        },
        body: call.body === undefined ? (call.content ?? null) : JSON.stringify(call.body),
        signal,
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      return { ...response, content: Buffer.from(await response.body.arrayBuffer()) };
    } catch (cause) {
      const what = signal.aborted
        ? `did not answer within ${timeoutMs / 1000} s`
        : `does not answer (${cause instanceof Error ? cause.message : String(cause)})`;
      throw new IncusError('unavailable', `Incus at ${where} ${what}. See that incusd runs.`, {
        cause,
      });
    }
  }

  return {
    project,
    async call(call) {
      const { statusCode, headers, content } = await send(call);
      const envelope = readEnvelope(content, statusCode);
      const etag = headers.etag;
      return {
        metadata: envelope.metadata,
        etag: typeof etag === 'string' ? etag : undefined,
      };
    },
    async fetchContent(call) {
      const { statusCode, headers, content } = await send(call);
      // HEAD answers carry no text.
      if (statusCode >= 400 && call.method === 'HEAD') throw readIncusError('Refused', statusCode);
      if (statusCode >= 400) readEnvelope(content, statusCode);
      return { headers, body: content };
    },
    openSocket(path, query) {
      const options = { perMessageDeflate: false, handshakeTimeout: defaultTimeoutMs };
      if ('socketPath' in endpoint) {
        return new WebSocket(`ws+unix://${endpoint.socketPath}:${resource(path, query)}`, options);
      }
      const base = endpoint.url.replace(/^http/, 'ws').replace(/\/$/, '');
      return new WebSocket(base + resource(path, query), { ...options, ...tlsOptions(endpoint) });
    },
    async close() {
      await pool.destroy();
    },
  };
}

// Incus never closes an idle connection, so none can break just as a request is sent on it.
const keepAliveTimeout = 60_000;

interface Envelope {
  readonly type: 'sync' | 'async' | 'error';
  readonly error_code: number;
  readonly error: string;
  readonly metadata: unknown;
}

/** A wait for a failed operation comes as 200 with an error inside, so the envelope decides, not the status. */
function readEnvelope(content: Buffer, statusCode: number): Envelope {
  let envelope: Envelope;
  try {
    envelope = JSON.parse(content.toString()) as Envelope;
  } catch {
    throw readIncusError(`answered ${statusCode} with what is not JSON`, statusCode);
  }
  if (envelope.type === 'error') throw readIncusError(envelope.error, envelope.error_code);
  return envelope;
}
