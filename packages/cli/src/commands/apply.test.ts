import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exampleView } from '../testing/exampleViews.ts';
import type { FakeServer, Routes } from '../testing/fakeServer.ts';
import { refusal, startFakeServer } from '../testing/fakeServer.ts';
import { runLauncher } from '../testing/runLauncher.ts';

const blueprint = 'version: 1\n';
const present = exampleView({ assignment: 'firewall' });
const changes = [
  { action: 'replace', element: 'db', destroysData: true, message: 'its image changes.' },
  { action: 'create', element: 'web', destroysData: false, message: 'it is new.' },
];

let server: FakeServer;
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labcast-apply-'));
  await mkdir(join(folder, 'Firewall'));
  file = join(folder, 'Firewall', 'lab.yaml');
  await writeFile(file, blueprint);
});
afterEach(async () => {
  await server.kill();
  await rm(folder, { recursive: true });
});

function plan(planned: unknown[]): Routes {
  return {
    'POST /environments/firewall/dev/plan': { body: { changes: planned } },
    'PUT /environments/firewall/dev/blueprint': ({ body }) =>
      (body as { allowDataLoss: boolean }).allowDataLoss || planned.length === 0
        ? { body: present }
        : refusal(409, 'confirmation-needed', 'Data would be lost.'),
  };
}

function apply(...words: string[]) {
  return runLauncher(['apply', '-f', file, ...words], { environment: server.environment });
}

function puts() {
  return server.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body);
}

test('a lab that is not there is created, named after the folder of its file', async () => {
  server = await startFakeServer({
    'POST /assignments': ({ body }) => {
      server.tell(present);
      return { status: 201, body: { assignment: body, environment: present } };
    },
  });
  const { exitCode, stdout, stderr } = await apply();
  expect(stderr).toContain('Making the assignment firewall; --name chooses another name.');
  expect(stdout.toString()).toContain('✔ ready  firewall');
  expect(exitCode).toBe(0);
  expect(server.requests).toContainEqual({
    method: 'POST',
    path: '/assignments',
    body: { name: 'firewall', blueprint },
  });
});

test('changes that keep all data are made without asking', async () => {
  server = await startFakeServer(plan([]));
  server.tell(present);
  expect((await apply()).exitCode).toBe(0);
  expect(puts()).toEqual([{ blueprint, allowDataLoss: false }]);
});

test('where nobody can be asked, a plan that destroys data is shown and refused', async () => {
  server = await startFakeServer(plan(changes));
  server.tell(present);
  const { exitCode, stderr } = await apply();
  expect(stderr).toMatch(/\+ create web: it is new\.\n± replace db: .* Its data is destroyed\./);
  expect(stderr).toContain('--yes');
  expect(exitCode).toBe(4);
  expect(puts()).toEqual([]);
});

test('--json asks nothing and gives the refusal of the server', async () => {
  server = await startFakeServer(plan(changes));
  server.tell(present);
  const { exitCode, stdout, stderr } = await apply('--json');
  expect(JSON.parse(stdout.toString())).toMatchObject({ error: { code: 'confirmation-needed' } });
  expect(stderr).toBe('');
  expect(exitCode).toBe(4);
});

test('--yes lets the data go', async () => {
  server = await startFakeServer(plan(changes));
  server.tell(present);
  expect((await apply('--yes')).exitCode).toBe(0);
  expect(puts()).toEqual([{ blueprint, allowDataLoss: true }]);
});

test('--dry-run shows the plan and changes nothing', async () => {
  server = await startFakeServer(plan(changes));
  server.tell(present);
  const { exitCode, stdout } = await apply('--dry-run', '--json');
  expect(JSON.parse(stdout.toString())).toEqual({ changes });
  expect(exitCode).toBe(0);
  expect(puts()).toEqual([]);
});

test('every problem of the file is told with its place', async () => {
  const problems = [
    {
      message: 'memory has no unit.',
      remedy: 'Write 512MiB.',
      line: 14,
      path: 'elements.web.memory',
    },
  ];
  server = await startFakeServer({
    'POST /assignments': refusal(422, 'blueprint-invalid', 'The lab has 1 mistake.', { problems }),
  });
  const { exitCode, stderr } = await apply();
  expect(stderr).toContain(`${file}:14: elements.web.memory: memory has no unit. Write 512MiB.\n`);
  expect(exitCode).toBe(2);
});

test('a file that is not there is wrong use', async () => {
  server = await startFakeServer({});
  file = join(folder, 'none.yaml');
  const { exitCode, stderr } = await apply();
  expect(stderr).toContain(`${file} cannot be read.`);
  expect(exitCode).toBe(2);
});
