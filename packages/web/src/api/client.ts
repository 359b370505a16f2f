import type { paths } from '@labcast/api-client';
import createFetchClient from 'openapi-fetch';
import { csrfHeaders } from './csrfToken.ts';
import { readRefusal, unreachable } from './readRefusal.ts';

const options = {
  // Relative addresses need a base where there is no page, as in tests.
  baseUrl: globalThis.location.origin,
  fetch: async (request: Request): Promise<Response> => {
    for (const [name, value] of Object.entries(csrfHeaders())) request.headers.set(name, value);
    try {
      return await fetch(request);
    } catch (cause) {
      if (request.signal.aborted) throw cause;
      throw unreachable(cause, request.method);
    }
  },
};

/** Typed by the server's own description of its calls. */
export const api = createFetchClient<paths>(options);

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The result of a call, or a `RequestError`. */
export async function unwrap<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw readRefusal(error, response);
  return data as T;
}
