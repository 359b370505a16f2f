import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { CommandError } from '../commandError.ts';

export interface Forwarding {
  /** On which it listens, on 127.0.0.1. */
  readonly port: number;
  /** Ends it with all its connections. */
  close(): void;
}

/**
 * Listens on loopback and opens a tunnel for each connection. `port` 0 takes a free one. Each side may end its half while
 * the other goes on. `failed` is told why a tunnel could not be opened or broke. Throws when the port is taken.
 */
export async function listenAndForward(
  port: number,
  open: () => Promise<Duplex>,
  failed: (error: unknown) => void,
): Promise<Forwarding> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.setNoDelay(true);
    join(socket, open).catch(failed);
  });
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw portError(port, cause);
  }
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Rejects when the lab's side fails; that this side hangs up is no failure. */
async function join(socket: Socket, open: () => Promise<Duplex>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  socket.on('error', () => resolve(undefined));
  let tunnel: Duplex;
  try {
    tunnel = await open();
  } catch (error) {
    socket.resetAndDestroy();
    throw error;
  }
  tunnel.on('error', reject);
  socket.on('close', () => resolve(undefined));
  socket.pipe(tunnel);
  tunnel.pipe(socket);
  try {
    await promise;
  } finally {
    tunnel.destroy();
    socket.destroy();
  }
}

function portError(port: number, cause: unknown): CommandError {
  const isTaken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
  return new CommandError(
    'step-failed',
    isTaken
      ? `Port ${String(port)} of this machine is in use.`
      : `Port ${String(port)} of this machine cannot be used: ${(cause as Error).message}.`,
    { remedy: 'Choose another one, or 0 for any that is free.', cause },
  );
}
