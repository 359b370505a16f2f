import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** RFC 9110, section 7.6.1, and what older programs add: of one connection, not of the request. */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'http2-settings',
];

/** What a client could use to pretend something to an app that believes proxies; `expect` was answered already. */
const claims = ['forwarded', 'x-real-ip', 'x-client-ip', 'via', 'expect'];

function isClaim(name: string): boolean {
  return claims.includes(name) || /^x-(forwarded|labcast|original|rewrite)-/.test(name);
}

/** Our own cookies start so: none of them reaches an app, and none is set by one. */
export const ownCookiePrefix = 'labcast_';

/**
 * What an app gets of a request: all that is the app's, nothing that is the platform's. A bearer token of ours is left out
 * by `isOwnToken`.
 */
export function requestHeaders(
  headers: IncomingHttpHeaders,
  { protocol, isOwnToken }: { protocol: string; isOwnToken: boolean },
): OutgoingHttpHeaders {
  const passed = Object.entries(withoutHopByHop(headers)).filter(([name]) => !isClaim(name));
  const result: OutgoingHttpHeaders = Object.fromEntries(passed);
  if (isOwnToken) delete result.authorization;
  const cookie = appCookies(headers.cookie);
  if (cookie === undefined) delete result.cookie;
  else result.cookie = cookie;
  return {
    ...result,
    'x-forwarded-host': headers.host,
    'x-forwarded-proto': protocol,
  };
}

/** What a browser gets of an app's answer. `platformOrigin` alone may show it in a frame, besides the app itself. */
export function responseHeaders(
  headers: IncomingHttpHeaders,
  { platformOrigin, isTrustworthy }: { platformOrigin: string; isTrustworthy: boolean },
): OutgoingHttpHeaders {
  const result: OutgoingHttpHeaders = withoutHopByHop(headers);
  delete result['x-frame-options'];
  // Of a name that is used by plain HTTP too.
  delete result['strict-transport-security'];
  delete result['alt-svc'];
  const cookies = (headers['set-cookie'] ?? []).filter((cookie) => !isOwnCookie(cookie));
  if (cookies.length > 0) {
    result['set-cookie'] = cookies.map((cookie) => hostCookie(cookie, isTrustworthy));
  } else delete result['set-cookie'];
  const policy = withoutAncestors(headers['content-security-policy']?.toString());
  const ancestors = `frame-ancestors 'self' ${platformOrigin}`;
  result['content-security-policy'] = policy === undefined ? ancestors : `${policy}, ${ancestors}`;
  return result;
}

function withoutHopByHop(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  // Never what decides how long the body is, whatever `Connection` says: that would be read differently behind us.
  const isOfConnection = (name: string) =>
    hopByHop.includes(name) ||
    (named.includes(name) && name !== 'content-length' && name !== 'host');
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isOfConnection(name)));
}

function isOwnCookie(text: string): boolean {
  return text.trimStart().toLowerCase().startsWith(ownCookiePrefix);
}

function appCookies(cookie: string | undefined): string | undefined {
  const kept = (cookie ?? '').split(';').filter((part) => part.trim() !== '' && !isOwnCookie(part));
  return kept.length === 0 ? undefined : kept.map((part) => part.trim()).join('; ');
}

/**
 * Without a domain it stays with this app's host. In a frame of ours it is a third party's, which browsers keep only for
 * what says `SameSite=None`; `Partitioned` keeps it apart from the app outside of the frame.
 */
function hostCookie(cookie: string, isTrustworthy: boolean): string {
  const [pair = '', ...attributes] = cookie.split(';');
  const isOurs = isTrustworthy ? /^(domain|samesite|secure|partitioned)\b/i : /^domain\b/i;
  const kept = attributes.filter((attribute) => !isOurs.test(attribute.trim()));
  const added = isTrustworthy ? [' SameSite=None', ' Secure', ' Partitioned'] : [];
  return [pair, ...kept, ...added].join(';');
}

/** Several policies come joined by commas. */
function withoutAncestors(policies: string | undefined): string | undefined {
  const kept = (policies ?? '').split(',').map((policy) =>
    policy
      .split(';')
      .filter((directive) => !/^\s*frame-ancestors\b/i.test(directive))
      .join(';')
      .trim(),
  );
  return kept.filter((policy) => policy !== '').join(', ') || undefined;
}
