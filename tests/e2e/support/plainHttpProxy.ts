import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { baseUrl } from './api.ts';

/** No browser takes a page of this name for secure unless it comes by HTTPS, as it does of `localhost`. */
export const plainHost = 'labcast.test';

export interface PlainHttpProxy {
  /** Address of Labcast as `plainHost`. */
  readonly url: string;
  /** Breaks all that is open, and lets nothing new through until `mend`: a pulled cable. */
  cut(): void;
  mend(): void;
  close(): void;
}

/** Labcast over plain HTTP, at a name that is not this machine's own, over a line that can be cut. */
export async function openPlainHttp(): Promise<PlainHttpProxy> {
  const { hostname, port, host, origin } = new URL(baseUrl);
  const open = new Set<Socket>();
  let isCut = false;
  // The server answers by its own names alone.
  const known = ({ headers }: IncomingMessage): IncomingHttpHeaders => ({
    ...headers,
    host,
    ...(headers.origin !== undefined && { origin }),
    ...(headers.referer !== undefined && { referer: baseUrl }),
  });
  const server = createServer((near, answer) => {
    const far = ask(
      { hostname, port, method: near.method, path: near.url, headers: known(near) },
      (found) => {
        answer.writeHead(found.statusCode ?? 502, found.headers);
        found.on('error', () => answer.destroy()).pipe(answer);
      },
    );
    far.on('error', () => answer.destroy());
    answer.on('close', () => far.destroy());
    near.pipe(far);
  });
  server.on('connection', (socket) => {
    if (isCut) return void socket.destroy();
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
  });
  server.on('upgrade', (near: IncomingMessage, socket: Socket, head: Buffer) => {
    const far = connect(Number(port) || 80, hostname);
    const lines = Object.entries(known(near)).map(([name, value]) => `${name}: ${String(value)}`);
    far.write(`${near.method ?? ''} ${near.url ?? ''} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    far.write(head);
    far.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    socket.on('close', () => far.destroy());
    far.pipe(socket);
    socket.pipe(far);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://${plainHost}:${String((server.address() as AddressInfo).port)}`,
    cut() {
      isCut = true;
      for (const socket of open) socket.destroy();
    },
    mend() {
      isCut = false;
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
