import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openEventStream } from './eventStream.ts';

async function openTo(reads: boolean) {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  onTestFinished(() => {
    client.destroy();
    server.close();
  });
  client.on('error', () => undefined);
  if (reads) client.resume();
  const requested = once(server, 'request');
  client.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const [, response] = (await requested) as [unknown, ServerResponse];
  return { response, stream: openEventStream(response, {}) };
}

const large = 'x'.repeat(64 * 1024);

test('a client that does not read is dropped before it fills the memory', async () => {
  const { response, stream } = await openTo(false);
  for (let sent = 0; sent < 1_000 && !response.destroyed; sent++) {
    stream.send('log', large);
    await new Promise(setImmediate);
  }
  expect(response.destroyed).toBe(true);
  expect(response.writableLength).toBeLessThan(4 * 1024 * 1024);
  expect(() => stream.send('log', 'later')).not.toThrow();
});

test('a client that reads gets as much as there is', async () => {
  const { response, stream } = await openTo(true);
  for (let sent = 0; sent < 200; sent++) {
    stream.send('log', large);
    if (response.writableNeedDrain) await once(response, 'drain');
  }
  expect(response.destroyed).toBe(false);
});
