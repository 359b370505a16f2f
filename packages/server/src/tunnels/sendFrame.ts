import type { WebSocket } from '@fastify/websocket';

/** Resolves when the kernel has taken the frame, so that awaiting it is backpressure. Rejects when the socket is gone. */
export async function sendFrame(socket: WebSocket, bytes: Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    socket.send(bytes, { binary: true }, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
