import { afterEach, expect, test } from 'vitest';
import type { FakeServer } from '../testing/fakeServer.ts';
import { startFakeServer } from '../testing/fakeServer.ts';
import { runLauncher } from '../testing/runLauncher.ts';

let server: FakeServer;
afterEach(() => server.kill());

const blueprint = 'version: 1\n';
const saved = { name: 'shop', summary: 'A shop', parameters: [], saved: true };

async function run(words: readonly string[], input?: string) {
  const { environment } = server;
  const options = { environment, ...(input !== undefined && { input }) };
  const { exitCode, stdout, stderr } = await runLauncher(words, options);
  return { exitCode, stdout: stdout.toString(), stderr };
}

test('a lab is saved from a file or from an environment, with its parameters', async () => {
  server = await startFakeServer({
    'POST /types': { status: 201, body: { type: saved } },
    'GET /environments/firewall/dev/blueprint': { body: { blueprint, generation: 1 } },
  });
  const memory = ['--parameter', 'memory=elements.web.memory=Memory of the shop'];
  const cpu = ['--parameter', 'cpu=elements.web.cpu'];
  const summary = ['--summary', 'A shop'];
  const file = await run(
    ['types', 'save', 'shop', '-f', '-', ...memory, ...cpu, ...summary],
    blueprint,
  );
  expect(file.stdout).toContain('labcast create shop');
  expect(server.requests.at(-1)?.body).toEqual({
    name: 'shop',
    summary: 'A shop',
    blueprint,
    parameters: [
      { name: 'memory', path: 'elements.web.memory', summary: 'Memory of the shop' },
      { name: 'cpu', path: 'elements.web.cpu', summary: 'elements.web.cpu' },
    ],
  });
  expect((await run(['types', 'save', 'shop', '--of', 'firewall'])).exitCode).toBe(0);
  expect(server.requests.at(-1)?.body).toMatchObject({ blueprint, parameters: [] });
});

test.each([
  [['save', 'shop'], 'Give the lab to save.'],
  [['save', 'shop', '--of', 'x', '--parameter', 'memory'], '"memory" is not name=path.'],
])('types %j is wrong use', async (words, message) => {
  server = await startFakeServer({});
  const { exitCode, stderr } = await run(['types', ...words]);
  expect(stderr).toContain(message);
  expect(exitCode).toBe(2);
});

test('a type is deleted only with its name', async () => {
  server = await startFakeServer({ 'DELETE /types/shop': { status: 204, body: undefined } });
  expect((await run(['types', 'delete', 'shop'])).exitCode).toBe(4);
  expect(server.requests).toEqual([]);
  const removed = await run(['types', 'delete', 'shop', '--confirm', 'shop']);
  expect(removed).toMatchObject({ exitCode: 0, stdout: 'The type shop is gone.\n' });
});

test('a class that does not fit is told with its ways out and exit code 4', async () => {
  const amounts = { cpu: 1, memoryBytes: 2 ** 30, idleMemoryBytes: 2 ** 26, storageBytes: 2 ** 32 };
  const plan = {
    blueprint,
    title: 'Desktop',
    notes: [],
    needs: { ...amounts, instances: [] },
    fits: false,
    most: 3,
    problems: [{ message: '30 students need 31 GiB of memory, there are 4 GiB.' }],
    waysOut: [{ kind: 'fewer-students', message: 'Deploy to 3 of the 30 students now.' }],
    basis: 'Measured.',
  };
  server = await startFakeServer({ 'POST /needs/plan': { body: plan } });
  const { exitCode, stdout } = await run([
    'needs',
    '--students',
    '30',
    '--desktop',
    '--no-internet',
  ]);
  expect(stdout).toContain('- Deploy to 3 of the 30 students now.');
  expect(exitCode).toBe(4);
  expect(server.requests[0]?.body).toEqual({ students: 30, desktop: true, internet: false });
  const text = await run(['needs', '--desktop', '--blueprint']);
  expect(text).toMatchObject({ exitCode: 0, stdout: blueprint });
});
