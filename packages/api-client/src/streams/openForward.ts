import { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { ApiError } from '../apiError.ts';
import { environmentPath } from '../server.ts';
import type { Server } from '../server.ts';
import { openSocket } from './openSocket.ts';
import { sendInPieces, toBuffer } from './socketStreams.ts';

/** WebSocket close code. */
const normal = 1000;
/** The end of one direction. */
const halfClose = Buffer.alloc(0);

/** See `ApiClient.openForward`. The stream is destroyed with an `ApiError` when nothing answers there. */
export async function openForward(
  server: Server,
  environment: string,
  { element, port }: { readonly element: string; readonly port: number },
): Promise<Duplex> {
  const socket = await openSocket(server, `${environmentPath(environment)}/forward`, [
    ['element', element],
    ['port', String(port)],
  ]);
  const stream = socketDuplex(socket);
  socket.on('message', (data) => {
    const bytes = toBuffer(data);
    if (stream.readableEnded || stream.destroyed) return;
    if (bytes.length === 0) stream.push(null);
    else if (!stream.push(bytes)) socket.pause();
  });
  socket.on('close', (code, reason) => {
    if (code === normal) {
      stream.push(null);
      return;
    }
    const why = reason.toString() || 'The connection broke.';
    const message = `No connection to port ${String(port)} of ${element}: ${why}`;
    stream.destroy(new ApiError('element-not-running', message));
  });
  socket.resume();
  return stream;
}

function socketDuplex(socket: WebSocket): Duplex {
  return new Duplex({
    read: () => socket.resume(),
    write: (bytes: Buffer, _encoding, done) => sendInPieces(socket, bytes, (piece) => piece, done),
    final: (done) => sendInPieces(socket, halfClose, (piece) => piece, done),
    destroy(error, done) {
      // What was ended in order on both sides has been closed by the server, or is about to be.
      if (error || !this.readableEnded) socket.terminate();
      done(error);
    },
  });
}
