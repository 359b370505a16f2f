import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sendNotice } from './appPages.ts';
import type { AppNotice } from './appPages.ts';
import type { OpenApp } from './appVisits.ts';
import { responseHeaders } from './proxyHeaders.ts';

/** One request on its way to an app. */
export interface Passing {
  readonly app: OpenApp;
  /** Not sent yet. */
  readonly forwarded: ClientRequest;
  readonly isTrustworthy: boolean;
  /** Calls `stop` once the visitor may no longer see the app. Returns the way to stop looking. */
  readonly whilePermitted: (stop: () => void) => () => void;
}

/** Sends a request on and its answer back, whatever their size. */
export function passRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { app, forwarded, isTrustworthy, whilePermitted }: Passing,
): void {
  const { platformOrigin } = app.visit;
  const stopChecking = whilePermitted(() => response.destroy());
  response.once('close', () => {
    stopChecking();
    forwarded.destroy();
  });
  forwarded.on('error', (error) => {
    sendNotice(request, response, notUp(app, error), platformOrigin);
  });
  forwarded.once('response', (answer) => {
    const headers = responseHeaders(answer.headers, { platformOrigin, isTrustworthy });
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, headers);
    pipeline(answer, response).catch(() => response.destroy());
  });
  request.pipe(forwarded);
}

/** The same for a request that becomes a socket. */
export function passSocket(
  request: IncomingMessage,
  { socket, head }: { socket: Duplex; head: Buffer },
  { app, forwarded, isTrustworthy, whilePermitted }: Passing,
): void {
  const { platformOrigin } = app.visit;
  forwarded.setHeader('connection', 'Upgrade');
  forwarded.setHeader('upgrade', request.headers.upgrade ?? 'websocket');
  const stopChecking = whilePermitted(() => socket.destroy());
  socket.once('close', () => {
    stopChecking();
    forwarded.destroy();
  });
  forwarded.on('error', () => socket.destroy());
  forwarded.once('response', (answer) => {
    answer.resume();
    refuseSocket(socket, answer.statusCode ?? 502, answer.statusMessage ?? '');
  });
  forwarded.once('upgrade', (answer, stream: Duplex, first) => {
    socket.write(upgradeHead(answer, { platformOrigin, isTrustworthy }));
    if (first.length > 0) socket.write(first);
    if (head.length > 0) stream.write(head);
    stream.once('error', () => socket.destroy());
    stream.once('close', () => socket.destroy());
    socket.once('close', () => stream.destroy());
    socket.pipe(stream).pipe(socket);
  });
  forwarded.end();
}

export function refuseSocket(socket: Duplex, status: number, text: string): void {
  socket.end(
    `HTTP/1.1 ${String(status)} ${text}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
  );
}

function upgradeHead(
  answer: IncomingMessage,
  options: { platformOrigin: string; isTrustworthy: boolean },
): string {
  const headers = responseHeaders(answer.headers, options);
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => `${name}: ${String(one)}`),
  );
  const upgrade = `connection: Upgrade\r\nupgrade: ${answer.headers.upgrade ?? 'websocket'}`;
  return `HTTP/1.1 101 Switching Protocols\r\n${upgrade}\r\n${lines.join('\r\n')}\r\n\r\n`;
}

function notUp({ visit, assignment }: OpenApp, error: Error): AppNotice {
  const { element, port } = visit;
  return {
    status: 502,
    code: 'element-not-running',
    title: `${element} does not answer on port ${String(port)}`,
    message: `The program that serves it is not running yet, listens on another port, or only on 127.0.0.1 of its machine (${error.message}).`,
    remedy: `This page tries again by itself. See what listens with "ss -ltn" in a terminal of ${element}, or how it is with: labcast status ${assignment}.`,
    triesAgain: true,
  };
}
