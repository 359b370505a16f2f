import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exampleView } from '../testing/exampleViews.ts';
import type { FakeServer } from '../testing/fakeServer.ts';
import { startFakeServer } from '../testing/fakeServer.ts';
import { runLauncher, startLauncher } from '../testing/runLauncher.ts';

let server: FakeServer;
/** What listens inside the lab: answers with all that it got, once the other side has ended its half. */
let inside: Server;
let insidePort: number;

beforeEach(async () => {
  server = await startFakeServer({});
  server.tell(exampleView());
  inside = createServer({ allowHalfOpen: true }, (socket: Socket) => {
    void buffer(socket).then((data) => socket.end(data));
  }).listen(0, '127.0.0.1');
  await once(inside, 'listening');
  insidePort = (inside.address() as AddressInfo).port;
});
afterEach(async () => {
  inside.close();
  await server.kill();
});

async function forward() {
  const words = ['forward', 'webserver', `web:${String(insidePort)}`, '0'];
  const running = startLauncher(words, { environment: server.environment });
  const [, port] = await running.seen(/^127\.0\.0\.1:(\d+) leads to web:\d+ in webserver\.$/m);
  return { ...running, port: Number(port) };
}

/** Sends all, ends its half, and reads until the other side ends. */
async function exchange(port: number, data: Buffer): Promise<Buffer> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.end(data);
  return buffer(socket);
}

test('thirty connections at once each get their own bytes back, after ending their half', async () => {
  const { child, finished, port } = await forward();
  const sent = Array.from({ length: 30 }, () => randomBytes(100_000));
  const got = await Promise.all(sent.map((data) => exchange(port, data)));
  expect(got.map((data, index) => data.equals(sent[index]!))).toEqual(sent.map(() => true));
  child.kill('SIGINT');
  expect((await finished).exitCode).toBe(130);
});

test('a server that was away and is back forwards again, without a new start', async () => {
  const { child, finished, port } = await forward();
  const { port: serverPort } = server;
  await server.kill();
  await exchange(port, Buffer.from('lost')).catch(() => undefined);
  server = await startFakeServer({}, serverPort);
  expect((await exchange(port, Buffer.from('found'))).toString()).toBe('found');
  child.kill('SIGINT');
  expect((await finished).stderr).toContain('does not answer');
});

test('a port that is in use is told, with the way out', async () => {
  const words = ['forward', 'webserver', 'web:80', String(insidePort)];
  const { exitCode, stderr } = await runLauncher(words, { environment: server.environment });
  expect(stderr).toContain(`Port ${String(insidePort)} of this machine is in use.`);
  expect(stderr).toContain('0 for any that is free');
  expect(exitCode).toBe(1);
});

test('an element that is not there is told, with those that are', async () => {
  const words = ['forward', 'webserver', 'nosuch:80', '0'];
  const { exitCode, stderr } = await runLauncher(words, { environment: server.environment });
  expect(stderr).toContain('webserver has no element "nosuch".\nIt has: cluster, web.');
  expect(exitCode).toBe(3);
});

test('open prints the address of the only app, and its page answers there', async () => {
  const view = exampleView();
  const elements = view.status.elements.map((element) =>
    element.name === 'web'
      ? { ...element, url: `http://10.10.0.10:${String(insidePort)}/` }
      : element,
  );
  server.tell(exampleView({}, { elements }));
  const running = startLauncher(['open', 'webserver'], { environment: server.environment });
  const [, port] = await running.seen(/^http:\/\/127\.0\.0\.1:(\d+)\/$/m);
  expect((await exchange(Number(port), Buffer.from('page'))).toString()).toBe('page');
  running.child.kill('SIGINT');
  expect((await running.finished).exitCode).toBe(130);
});
