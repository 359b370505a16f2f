import type { IncomingMessage, ServerResponse } from 'node:http';

/** What is told in place of an app's page. */
export interface AppNotice {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly message: string;
  readonly remedy: string;
  /** Whether the page tries again by itself. */
  readonly triesAgain?: boolean;
}

const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;
const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:38rem;margin:12vh auto;padding:0 1.5rem;color:#222;background:#fff}' +
  'h1{font-size:1.25rem;font-weight:600}p{margin:.75rem 0}code{font:.9em ui-monospace,monospace}' +
  '@media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#161616}}';

/** A plain page for people, JSON for programs. */
export function sendNotice(
  request: IncomingMessage,
  response: ServerResponse,
  notice: AppNotice,
  platformOrigin?: string,
): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const { status, code, message, remedy } = notice;
  const wantsPage = (request.headers.accept ?? '').includes('text/html');
  const ancestors = platformOrigin === undefined ? '*' : `'self' ${platformOrigin}`;
  response.writeHead(status, {
    ...headers,
    'content-type': wantsPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors ${ancestors}`,
    connection: 'close',
  });
  response.end(wantsPage ? page(notice) : JSON.stringify({ error: { code, message, remedy } }));
}

function page({ title, message, remedy, triesAgain = false }: AppNotice): string {
  const refresh = triesAgain ? '<meta http-equiv="refresh" content="3">' : '';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">${refresh}<title>${escape(title)}</title><style>${style}</style><h1>${escape(title)}</h1><p>${escape(message)}</p><p>${escape(remedy)}</p></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
