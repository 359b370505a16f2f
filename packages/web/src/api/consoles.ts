import { csrfHeaders } from './csrfToken.ts';
import type { EnvironmentAddress } from './environments.ts';
import { readRefusal, unreachable } from './readRefusal.ts';

export interface ElementAddress extends EnvironmentAddress {
  readonly element: string;
}

/** Path of everything that belongs to one element. */
export const viewersKey = ({ assignment, environment, element }: ElementAddress) =>
  ['environments', assignment, environment, 'viewers', element] as const;

export function elementPath({ assignment, environment, element }: ElementAddress): string {
  const parts = [assignment, environment].map(encodeURIComponent).join('/');
  return `/api/v1/environments/${parts}/elements/${encodeURIComponent(element)}`;
}

/** Address of a socket of an element, on this page's own server. */
export function elementSocket(
  address: ElementAddress,
  kind: string,
  query: Readonly<Record<string, string | number>> = {},
): string {
  const url = new URL(`${elementPath(address)}/${kind}`, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url.href;
}

/** A call to something that is no JSON, such as a file; a `RequestError` when it is refused. */
export async function callElement(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(csrfHeaders())) headers.set(name, value);
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers });
  } catch (cause) {
    if (init.signal?.aborted === true) throw cause;
    throw unreachable(cause, init.method);
  }
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => undefined);
  throw readRefusal(body, response);
}

export async function startElement(address: ElementAddress): Promise<void> {
  await callElement(`${elementPath(address)}/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'start' }),
  });
}
