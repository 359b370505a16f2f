import { createHash } from 'node:crypto';

/**
 * For our own pages. Frames show apps, each of which has a host below `appsDomain`. Scripts come from our own files alone; one that stands in the page itself must be the very one that
 * was built. Styles may be set by scripts, because the terminal writes style elements without a nonce (xterm 6).
 */
export function contentSecurityPolicy(page: string, appsDomain: string): string {
  const inline = [...page.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    ["script-src 'self'", ...inline].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    `frame-src http://*.${appsDomain}:* https://*.${appsDomain}:*`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
