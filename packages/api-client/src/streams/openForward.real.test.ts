import { text } from 'node:stream/consumers';
import type { FakeCommand } from '@labcast/incus/testing';
import { sampleLab, startTestServer } from '@labcast/server/testing';
import type { TestServer } from '@labcast/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../client.ts';
import { createApiClient } from '../createApiClient.ts';

let server: TestServer;
let client: ApiClient;
let key: string;
const commands: FakeCommand[] = [];

/** `nc`, as the gateway has it: port 80 echoes, port 81 greets and goes, nothing answers elsewhere. */
async function nc({ request, stdin, stdout, stderr }: FakeCommand): Promise<number> {
  const port = request.command[4];
  if (port === '80') {
    for await (const bytes of stdin) stdout.write(bytes);
    stdout.write('end');
    return 0;
  }
  if (port === '81') {
    stdout.write('hello');
    return 0;
  }
  stderr.write(`nc: ${request.command[3] ?? ''}: Connection refused\n`);
  return 1;
}

beforeAll(async () => {
  server = await startTestServer({
    exec: (command) => {
      commands.push(command);
      return nc(command);
    },
  });
  client = createApiClient(server);
  ({ key } = await server.createRunning('lab', sampleLab));
});
afterAll(() => server.remove());

test('bytes go both ways, and the end of one direction leaves the other open', async () => {
  const stream = await client.openForward('lab', 'dev', { element: 'web', port: 80 });
  const sent = Buffer.alloc(3 * 1024 * 1024, 'labcast ');
  stream.end(sent);
  const received = await text(stream);
  expect(received).toBe(`${sent.toString()}end`);
  expect(commands.at(-1)).toMatchObject({
    instance: `${key}-gateway`,
    request: { command: ['nc', '-w', '10', '10.10.0.10', '80'] },
  });
});

test('an app is reached at its cluster', async () => {
  const stream = await client.openForward('lab', 'dev', { element: 'shop', port: 81 });
  expect(await text(stream)).toBe('hello');
  expect(commands.at(-1)?.request.command).toEqual(['nc', '-w', '10', '10.10.0.11', '81']);
});

test('where nothing answers the stream fails with the reason', async () => {
  const stream = await client.openForward('lab', 'dev', { element: 'web', port: 9 });
  await expect(text(stream)).rejects.toThrow('Connection refused');
});

test('a client that goes away takes its connection with it', async () => {
  const stream = await client.openForward('lab', 'dev', { element: 'web', port: 80 });
  stream.write('x');
  await expect.poll(() => commands.at(-1)?.request.command[4]).toBe('80');
  const command = commands.at(-1);
  stream.destroy();
  await expect.poll(() => command?.stdout.writableEnded).toBe(true);
});

test.each([
  [{ element: 'nothing', port: 80 }, 'element-not-found'],
  [{ element: 'gateway', port: 80 }, 'element-not-found'],
  [{ element: 'web', port: 0 }, 'request-invalid'],
  [{ element: 'web', port: 65_536 }, 'request-invalid'],
])('%j is refused', async (target, code) => {
  await expect(client.openForward('lab', 'dev', target)).rejects.toMatchObject({ code });
});
