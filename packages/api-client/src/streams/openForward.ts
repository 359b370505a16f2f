import { Duplex } from 'node:stream';
import { ApiError } from '../apiError.ts';
import { environmentPath } from '../server.ts';
import type { Server } from '../server.ts';
import { openSocket } from './openSocket.ts';
import { receivedStream, sendingStream, toBuffer } from './socketStreams.ts';

/** WebSocket close codes. */
const normal = 1000;

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
  const received = receivedStream(socket);
  const sending = sendingStream(socket, (bytes) => bytes, Buffer.alloc(0));
  const duplex = Duplex.from({ readable: received.stream, writable: sending });
  duplex.once('close', () => socket.close(normal));
  socket.on('message', (data) => {
    const bytes = toBuffer(data);
    received.push(bytes.length === 0 ? null : bytes);
  });
  socket.on('close', (code, reason) => {
    received.push(null);
    if (code === normal) return;
    const why = reason.toString() || 'The connection broke.';
    const message = `No connection to port ${String(port)} of ${element}: ${why}`;
    duplex.destroy(new ApiError('element-not-running', message));
  });
  socket.resume();
  return duplex;
}
