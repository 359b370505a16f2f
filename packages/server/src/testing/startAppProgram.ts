import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ExecHandler } from '@labcast/incus/testing';
import { WebSocketServer } from 'ws';

export interface AppProgram {
  /** `nc`, as the gateway has it; everything in the lab is this one program, but nothing is on port 9. */
  readonly nc: ExecHandler;
  close(): void;
}

/** A program in the lab: answers with what it got, and sets what it likes. */
export async function startAppProgram(): Promise<AppProgram> {
  const program = createServer((request, response) => void answer(request, response));
  const sockets = new WebSocketServer({ server: program });
  sockets.on('connection', (socket) => {
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
  program.listen(0, '127.0.0.1');
  await once(program, 'listening');
  return {
    async nc({ request, stdin, stdout, stderr }) {
      if (request.command.at(-1) === '9') {
        stderr.write('nc: 10.10.0.10: Connection refused\n');
        return 1;
      }
      const socket = connect((program.address() as AddressInfo).port, '127.0.0.1');
      stdin.pipe(socket).pipe(stdout, { end: false });
      await once(socket, 'close').catch(() => undefined);
      return 0;
    },
    close: () => void program.close(),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse) {
  const body = await text(request);
  const { pathname } = new URL(request.url ?? '/', 'http://app');
  if (pathname === '/large') {
    response.end(Buffer.alloc(8 * 1024 * 1024, 'labcast '));
    return;
  }
  response.writeHead(200, {
    'set-cookie': ['theme=dark; Domain=localhost; Path=/', 'labcast_session=planted; Path=/'],
    'x-frame-options': 'DENY',
    'strict-transport-security': 'max-age=1000',
    'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
    connection: 'keep-alive, x-secret',
    'x-secret': 'of this connection',
  });
  const { method, url, rawHeaders } = request;
  response.end(JSON.stringify({ method, url, headers: request.headers, rawHeaders, body }));
}
