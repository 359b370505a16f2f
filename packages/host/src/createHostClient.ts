import { randomUUID } from 'node:crypto';
import { Pool, type Dispatcher } from 'undici';
import type { z } from 'zod';
import type { HostClient } from './client.ts';
import { HostError } from './HostError.ts';
import {
  comparisonAnswer,
  errorAnswer,
  networksAnswer,
  requestIdHeader,
  statusAnswer,
  usageAnswer,
} from './protocol.ts';

export interface HostClientOptions {
  /** The helper's unix socket, `/run/labcast/host.sock` on an installed host. */
  readonly socketPath: string;
  /** Correlation id of the call being made, for the helper's log; a fresh one for each call by default. */
  readonly requestId?: () => string;
}

/** Connects at the first call, and again after the helper was restarted. */
export function createHostClient({ socketPath, requestId }: HostClientOptions): HostClient {
  // Taking down some hundred bridges is the longest call: it stays far below this.
  const timeoutMs = 60_000;
  const pool = new Pool('http://labcast-host', {
    socketPath,
    connections: 4,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });

  async function call(
    method: Dispatcher.HttpMethod,
    path: string,
    body?: unknown,
  ): Promise<unknown> {
    const headers = { [requestIdHeader]: requestId?.() ?? randomUUID() };
    let statusCode: number;
    let text: string;
    try {
      const answer = await pool.request({
        method,
        path,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      statusCode = answer.statusCode;
      text = await answer.body.text();
    } catch (cause) {
      throw new HostError(
        'unavailable',
        `The host helper does not answer at ${socketPath}. Start it (\`make up\` does) and repeat.`,
        cause,
      );
    }
    if (statusCode === 204) return undefined;
    const answer = parseJson(text);
    if (statusCode < 300) return answer;
    const error = errorAnswer.safeParse(answer);
    if (!error.success) throw notUnderstood(socketPath, error.error);
    throw new HostError(error.data.kind, error.data.message);
  }

  /** What is answered with nothing. */
  async function tell(...[method, path, body]: Parameters<typeof call>): Promise<void> {
    await call(method, path, body);
  }

  async function read<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    return understand(await call('GET', path), schema);
  }

  function understand<Schema extends z.ZodType>(given: unknown, schema: Schema): z.infer<Schema> {
    const answer = schema.safeParse(given);
    if (!answer.success) throw notUnderstood(socketPath, answer.error);
    return answer.data;
  }

  return {
    getStatus: () => read('/v1/status', statusAnswer),
    getNetworks: () => read('/v1/networks', networksAnswer),
    getUsage: (prefix) => read(`/v1/usage/${encodeURIComponent(prefix)}`, usageAnswer),
    compareDisks: async ({ before, after }) =>
      understand(await call('POST', '/v1/comparisons', { before, after }), comparisonAnswer),
    giveRoom: (name) => tell('PUT', `/v1/room/${encodeURIComponent(name)}`),
    limitDisk: (name, bytes) => tell('PUT', `/v1/limits/${encodeURIComponent(name)}`, { bytes }),
    ensureBridge: (name) => tell('PUT', `/v1/bridges/${encodeURIComponent(name)}`),
    removeBridge: (name) => tell('DELETE', `/v1/bridges/${encodeURIComponent(name)}`),
    setEgress: (uplinkAddress, allowed) =>
      tell('PUT', `/v1/egress/${encodeURIComponent(uplinkAddress)}`, { allowed }),
    freeze: (names, seconds) => tell('POST', '/v1/freeze', { names, seconds }),
    thaw: (names) => tell('POST', '/v1/thaw', { names }),
    restore: () => tell('POST', '/v1/restore'),
    close: () => pool.close(),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notUnderstood(socketPath: string, cause: unknown): HostError {
  return new HostError(
    'unavailable',
    `What answers at ${socketPath} is not the host helper of this version. Restart the helper.`,
    cause,
  );
}
