import type { WebsocketPluginOptions } from '@fastify/websocket';

/** Whoever looks at a console connects again by this code. */
const restarting = 1012;
const closeWithinMs = 1_000;

/** How sockets are opened and, when the server ends, closed. */
export const socketOptions: WebsocketPluginOptions = {
  options: { maxPayload: 1024 * 1024, perMessageDeflate: false },
  errorHandler(error, socket, request) {
    // A client that vanished or sent nonsense; a mistake of ours looks the same here and is worth the line.
    request.log.info({ err: error }, 'A socket failed.');
    socket.terminate();
  },
  preClose(done) {
    const { clients } = this.websocketServer;
    for (const client of clients) client.close(restarting, 'The server is restarting.');
    const cut = setTimeout(() => {
      for (const client of clients) client.terminate();
    }, closeWithinMs);
    this.websocketServer.close(() => clearTimeout(cut));
    done();
  },
};
