import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

const lab = `version: 1
elements:
  web: { kind: vm, image: upload/installer }
  cluster: { kind: vm, image: upload/router }
  box: { kind: container, image: debian-12 }
  late: { kind: vm, image: upload/installer }
`;

let server: TestServer;
let exitCode = 0;
/** What was run, and where. */
let ran: string[] = [];
let key = '';

beforeAll(async () => {
  server = await startTestServer({
    exec: ({ instance, request, stderr }) => {
      ran.push(`${instance}: ${request.command.join(' ')}`);
      if (exitCode !== 0) stderr.write('The guest did not answer in time.\n');
      return exitCode;
    },
  });
  for (const [name, format] of [
    ['installer', 'iso'],
    ['router', 'qcow2'],
  ] as const) {
    const { id } = await server.store.createUpload({
      ownerName: 'Ada',
      name,
      sizeBytes: 600,
      sha256: '0'.repeat(64),
    });
    await server.store.changeUpload(id, ['receiving'], { state: 'ready', format, diskBytes: 600 });
  }
  ({ key } = await server.createRunning('discs', lab));
});
beforeEach(() => {
  exitCode = 0;
  ran = [];
});
afterAll(() => server.remove());

const eject = (element: string) =>
  server.call('POST', `/api/v1/environments/discs/dev/elements/${element}/eject`);

test('the disc is taken out of the machine that started from it, and once more is harmless', async () => {
  const answers = [await eject('web'), await eject('web')];
  for (const answer of answers)
    expect(answer).toMatchObject({ status: 200, body: { environment: 'dev' } });
  expect(ran).toEqual(Array(2).fill(`${key}-web: labcast-vm eject`));
});

test.each(['cluster', 'box'])(
  '%s, which did not start from a disc, is refused with the reason',
  async (element) => {
    expect(await eject(element)).toMatchObject({
      status: 400,
      body: {
        error: { code: 'request-invalid', message: expect.stringContaining(element) as string },
      },
    });
    expect(ran).toEqual([]);
  },
);

test('what is not in the lab is not found', async () => {
  expect(await eject('wbe')).toMatchObject({
    status: 404,
    body: { error: { code: 'element-not-found' } },
  });
});

test('a machine that is not running is refused with what to do', async () => {
  expect(await eject('late')).toMatchObject({
    status: 409,
    body: {
      error: { code: 'element-not-running', remedy: expect.stringContaining('status') as string },
    },
  });
  await server.call('POST', '/api/v1/environments/discs/dev/actions', { action: 'stop' });
  expect(await eject('web')).toMatchObject({
    status: 409,
    body: {
      error: { code: 'element-not-running', remedy: expect.stringContaining('start') as string },
    },
  });
  expect(ran).toEqual([]);
  await server.call('POST', '/api/v1/environments/discs/dev/actions', { action: 'start' });
});

test('what keeps the disc in is told', async () => {
  exitCode = 1;
  expect(await eject('web')).toMatchObject({
    status: 500,
    body: {
      error: {
        code: 'step-failed',
        message: 'The disc of web was not ejected: The guest did not answer in time.',
      },
    },
  });
});

test('the catalogue tells discs from disks', async () => {
  const { body } = await server.call('GET', '/api/v1/images');
  const { images } = body as { images: { name: string; disc?: boolean }[] };
  expect(images.filter(({ disc }) => disc).map(({ name }) => name)).toEqual(['upload/installer']);
});
