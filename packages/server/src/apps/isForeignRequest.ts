import type { IncomingMessage } from 'node:http';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether another site's page asks an app for something besides opening it: its cookie goes along then, but the page that
 * asks is not the app's. Opening it, by a link or in a frame, is fine.
 */
export function isForeignRequest({ method = 'GET', headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  const isSafe = safeMethods.has(method);
  const isSocket = headers.upgrade !== undefined;
  if (site === 'cross-site' || site === 'same-site') {
    return !(isSafe && !isSocket && headers['sec-fetch-mode'] === 'navigate');
  }
  // Browsers tell the site only where pages are trusted; the origin they tell of everything that matters.
  const { origin, host } = headers;
  if ((isSafe && !isSocket) || origin === undefined) return false;
  return URL.parse(origin)?.host !== host;
}
