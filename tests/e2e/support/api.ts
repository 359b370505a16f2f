import { readFileSync } from 'node:fs';

/** Where the installed Labcast answers, as the command line finds it too. `localhost`, so that apps can have names below it. */
export const baseUrl =
  process.env.LABCAST_URL ?? `http://localhost:${process.env.LABCAST_PORT ?? '8080'}`;

function adminToken(): string {
  const given = process.env.LABCAST_TOKEN;
  if (given !== undefined) return given;
  return readFileSync(
    process.env.LABCAST_TOKEN_FILE ?? '/var/lib/labcast/admin-token',
    'utf8',
  ).trim();
}

/** A call of the administrator's, below `/api/v1`; throws with the answer unless that is a success. */
export async function callApi<Answer>(
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(`${baseUrl}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${adminToken()}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** What is no JSON, such as a log; empty while there is none. */
export async function readText(path: string): Promise<string> {
  const headers = { authorization: `Bearer ${adminToken()}` };
  const response = await fetch(`${baseUrl}/api/v1${path}`, { headers });
  return response.ok ? response.text() : '';
}
