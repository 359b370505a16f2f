import { readFileSync } from 'node:fs';

/** Where the installed Labcast answers, and as whom we ask. */
export const baseUrl =
  process.env.LABCAST_URL ?? `http://localhost:${process.env.LABCAST_PORT ?? '8080'}`;

const token =
  process.env.LABCAST_TOKEN ??
  readFileSync(process.env.LABCAST_TOKEN_FILE ?? '/var/lib/labcast/admin-token', 'utf8').trim();

export const headers = { authorization: `Bearer ${token}` };

/** A call below `/api/v1`; throws with the answer unless that is a success. */
export async function callApi<Answer>(
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(`${baseUrl}/api/v1${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}
