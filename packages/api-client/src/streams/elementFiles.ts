import type { ElementFile, FilePiece } from '../client.ts';
import { refusal, unreachable } from '../refusal.ts';
import { environmentPath } from '../server.ts';
import type { Server } from '../server.ts';

/** See `ApiClient.readFile`. */
export async function readElementFile(
  server: Server,
  environment: string,
  { element, path, offset = 0 }: ElementFile & { offset?: number },
): Promise<{ sizeBytes: number; content: AsyncIterable<Uint8Array> }> {
  const headers: Record<string, string> = offset > 0 ? { range: `bytes=${String(offset)}-` } : {};
  const url = filesUrl(environment, element, '', { path, download: '1' });
  const response = await ask(server, url, { headers });
  const length = Number(response.headers.get('content-length') ?? 0);
  const { body } = response;
  if (!body) throw unreachable(server.baseUrl, new Error('The answer has no content.'));
  return { sizeBytes: offset + length, content: body };
}

/** See `ApiClient.exportWork`. */
export async function exportElementWork(
  server: Server,
  environment: string,
  element: string,
): Promise<AsyncIterable<Uint8Array>> {
  const url = `${environmentPath(environment)}/elements/${encodeURIComponent(element)}/export`;
  const { body } = await ask(server, url, {});
  if (!body) throw unreachable(server.baseUrl, new Error('The answer has no content.'));
  return body;
}

/** See `ApiClient.writePiece`. */
export async function writeElementPiece(
  server: Server,
  environment: string,
  { element, path, offset, total, content }: FilePiece,
): Promise<{ size: number; done: boolean }> {
  const query = { path, offset: String(offset), total: String(total) };
  const response = await ask(server, filesUrl(environment, element, '', query), {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: content,
  });
  return (await response.json()) as { size: number; done: boolean };
}

/** See `ApiClient.findUploaded`. */
export async function findUploadedBytes(
  server: Server,
  environment: string,
  { element, path }: ElementFile,
): Promise<number> {
  const response = await ask(server, filesUrl(environment, element, '/state', { path }), {});
  return ((await response.json()) as { size: number }).size;
}

function filesUrl(
  environment: string,
  element: string,
  rest: string,
  query: Readonly<Record<string, string>>,
): string {
  const path = `${environmentPath(environment)}/elements/${encodeURIComponent(element)}/files`;
  return `${path}${rest}?${new URLSearchParams(query).toString()}`;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

async function ask(
  { baseUrl, token }: Server,
  url: string,
  { headers, ...init }: Asked,
): Promise<Response> {
  let response: Response;
  try {
    const all = { ...headers, authorization: `Bearer ${token}` };
    response = await fetch(`${baseUrl}${url}`, { ...init, headers: all });
  } catch (cause) {
    throw unreachable(baseUrl, cause);
  }
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => undefined);
  throw refusal(body, response.status);
}
