import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

export interface CuttableProxy {
  /** Where it listens: the path given, or a loopback port. */
  readonly address: string | number;
  /** Ends all connections and accepts no more, as when Incus is away. */
  cut(): Promise<void>;
  restore(): Promise<void>;
}

/** In front of Incus's unix socket: on a unix socket of its own, or with TLS on loopback. */
export async function createCuttableProxy(
  target: string,
  front: { path: string } | { tls: TlsOptions },
): Promise<CuttableProxy> {
  const sockets = new Set<Socket>();
  const accept = (client: Socket): void => {
    const upstream = connect(target);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
    client.pipe(upstream).pipe(client);
  };
  let server: Server | undefined;
  let port = 0;
  const restore = async (): Promise<void> => {
    server = 'tls' in front ? createTlsServer(front.tls, accept) : createServer(accept);
    // A client that is not trusted, or does not trust: it learns so by itself.
    server.on('tlsClientError', () => undefined);
    server.listen('path' in front ? { path: front.path } : { port, host: '127.0.0.1' });
    await once(server, 'listening');
    const address = server.address();
    if (typeof address === 'object' && address !== null) port = address.port;
  };
  const cut = async (): Promise<void> => {
    const closed = server && once(server, 'close');
    server?.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await restore();
  return { address: 'path' in front ? front.path : port, cut, restore };
}
