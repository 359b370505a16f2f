import { request as requestByHttp } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { parse as parseCookies } from 'node:querystring';
import type { Duplex } from 'node:stream';
import { LabcastError } from '@labcast/domain';
import { tokenPrefix } from '../access/identify.ts';
import { sha256 } from '../access/secrets.ts';
import type { RouteDeps } from '../deps.ts';
import { describeError } from '../errors.ts';
import { appLabelOf } from './appHosts.ts';
import { sendNotice } from './appPages.ts';
import type { AppNotice } from './appPages.ts';
import { createAppVisits } from './appVisits.ts';
import type { OpenApp } from './appVisits.ts';
import { isForeignRequest } from './isForeignRequest.ts';
import { passRequest, passSocket, refuseSocket } from './passOn.ts';
import type { Passing } from './passOn.ts';
import { ownCookiePrefix, requestHeaders } from './proxyHeaders.ts';

/** Where a ticket is exchanged for the cookie. */
export const entrancePath = '/.labcast/enter';
const usualCheckMs = 10_000;
const cookieName = `${ownCookiePrefix}app`;

/** Serves the hosts of apps, and nothing else; the platform's own server never sees their requests. */
export interface AppProxy {
  serves(request: IncomingMessage): boolean;
  request(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

export function createAppProxy(deps: RouteDeps): AppProxy {
  const { settings, logger, store } = deps;
  const appsDomain = settings.appsDomain ?? 'localhost';
  const protocol = appsDomain === 'localhost' ? 'http' : protocolOf(settings.publicUrl);
  // Browsers trust loopback names as they trust HTTPS.
  const isTrustworthy = protocol === 'https' || appsDomain === 'localhost';
  const visits = createAppVisits(deps);
  const labelOf = ({ headers }: IncomingMessage) => appLabelOf(headers.host, appsDomain);
  const look = (request: IncomingMessage) =>
    visits.find(readCookies(request), labelOf(request) ?? '');

  async function enter(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ticket = new URL(request.url ?? '/', 'http://app').searchParams.get('ticket') ?? '';
    const cookie = await visits.enter(ticket, labelOf(request) ?? '');
    sendCookie(response, cookie, isTrustworthy);
  }

  /** Throws what keeps somebody from the page. */
  async function open(request: IncomingMessage): Promise<Passing> {
    if (isForeignRequest(request)) {
      throw new LabcastError('not-permitted', 'Pages of other sites may not call this page.');
    }
    const app = await look(request);
    if (!app) {
      throw new LabcastError('not-signed-in', 'This page of a lab is opened from Labcast.', {
        remedy: 'Sign in to Labcast, and open the page from there.',
      });
    }
    const isOwnToken = await carriesOwnToken(request, store);
    return {
      app,
      isTrustworthy,
      forwarded: ask(request, app, requestHeaders(request.headers, { protocol, isOwnToken })),
      whilePermitted: (stop) => checkRegularly(() => look(request), settings.recheckMs, stop),
    };
  }

  return {
    serves: (request) => labelOf(request) !== undefined,
    request(request, response) {
      response.on('error', () => undefined);
      const isEntrance = (request.url ?? '').split('?')[0] === entrancePath;
      const served = isEntrance
        ? enter(request, response)
        : open(request).then((passing) => passRequest(request, response, passing));
      served.catch((error: unknown) => {
        const notice = noticeOf(error);
        // Of the address nothing: it can hold a ticket.
        if (notice.status >= 500) logger.warn({ err: error }, 'A page of a lab was not served.');
        sendNotice(request, response, notice);
      });
    },
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      open(request).then(
        (passing) => passSocket(request, { socket, head }, passing),
        (error: unknown) => refuseSocket(socket, noticeOf(error).status, 'Refused'),
      );
    },
    close: () => visits.close(),
  };
}

function sendCookie(response: ServerResponse, cookie: string, isTrustworthy: boolean): void {
  const attributes = isTrustworthy ? 'SameSite=None; Secure; Partitioned' : 'SameSite=Lax';
  response.writeHead(303, {
    location: '/',
    'set-cookie': `${cookieName}=${cookie}; Path=/; HttpOnly; ${attributes}`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  response.end();
}

function ask(request: IncomingMessage, { agent, visit }: OpenApp, headers: OutgoingHttpHeaders) {
  const { method, url } = request;
  // The host is only a name for connections that may be shared, not where they lead.
  const where = { agent, host: 'app', port: visit.port };
  return requestByHttp({ ...where, method, path: url, headers, setDefaultHeaders: false });
}

async function carriesOwnToken(
  { headers }: IncomingMessage,
  store: Pick<RouteDeps['store'], 'isAdminTokenHash'>,
): Promise<boolean> {
  const [, token] = /^Bearer (.+)$/i.exec(headers.authorization ?? '') ?? [];
  if (token === undefined) return false;
  return token.startsWith(tokenPrefix) || store.isAdminTokenHash(sha256(token));
}

/** Ends what lasts within seconds after the permission ended. Returns the way to stop looking. */
function checkRegularly(
  look: () => Promise<OpenApp | undefined>,
  everyMs: number | undefined,
  stop: () => void,
): () => void {
  const check = async () => {
    try {
      if (!(await look())) stop();
    } catch (error) {
      // While the database or Incus is away nothing is known, and what lasts goes on.
      if (error instanceof LabcastError && !error.code.endsWith('-unavailable')) stop();
    }
  };
  const timer = setInterval(() => void check(), everyMs ?? usualCheckMs);
  return () => clearInterval(timer);
}

function protocolOf(publicUrl: URL | undefined): string {
  return publicUrl?.protocol === 'https:' ? 'https' : 'http';
}

function readCookies({ headers }: IncomingMessage): string[] {
  const value = parseCookies((headers.cookie ?? '').replaceAll('; ', ';'), ';')[cookieName];
  return value === undefined ? [] : [value].flat();
}

function noticeOf(error: unknown): AppNotice {
  const { status, body } = describeError(error, '');
  const { code, message, remedy = '' } = body.error;
  const triesAgain = code === 'element-not-running' || status === 503;
  return { status, code, title: 'This page is not open', message, remedy, triesAgain };
}
