import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Course {
  readonly id: string;
  readonly slug: string;
  name: string;
  archivedAt?: string;
  people: number;
  readonly assignments: { slug: string; name: string }[];
}

export interface Memory {
  isSetUp: boolean;
  isSignedIn: boolean;
  /** To sign in, since the start. */
  tries: number;
  readonly courses: Course[];
}

/** By method and path below `/api/v1/`, with `*` for each second part, which are the first argument. */
export type Calls = Record<
  string,
  (parts: readonly string[], body: Record<string, unknown>) => unknown
>;

class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Ends a call as the server would refuse it. */
export function refuse(status: number, code: string, message: string): never {
  throw new Refusal(status, code, message);
}

/** False when no call has that path, and nothing was sent. */
export async function answer(
  calls: Calls,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const path = new URL(request.url ?? '/', 'http://stand-in').pathname;
  if (!path.startsWith('/api/v1/')) return false;
  const [first = '', ...parts] = path.slice('/api/v1/'.length).split('/').map(decodeURIComponent);
  const shape = [first, ...parts.map((part, index) => (index % 2 === 0 ? '*' : part))].join('/');
  const call = calls[`${request.method ?? 'GET'} ${shape}`];
  if (!call) return false;
  const send = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
    return true;
  };
  try {
    const names = parts.filter((_, index) => index % 2 === 0);
    return send(200, await call(names, await readBody(request)));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, status } = error;
    const more = status === 429 ? { retryAfterSeconds: 30 } : {};
    return send(status, { error: { code, message, requestId: 'stand-in', ...more } });
  }
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
