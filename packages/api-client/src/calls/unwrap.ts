import createFetchClient from 'openapi-fetch';
import type { paths } from '../generated/api.ts';
import { refusal } from '../refusal.ts';

/** Typed by the server's own description. */
export type FetchClient = ReturnType<typeof createFetchClient<paths>>;

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

export function unwrap<T>({ data, error, response }: Answer<T>): T {
  if (data !== undefined) return data;
  throw refusal(error, response.status);
}

/** Of a call that has no answer but that it is done. */
export function unwrapNothing({ error, response }: Answer<unknown>): void {
  if (!response.ok) throw refusal(error, response.status);
}
