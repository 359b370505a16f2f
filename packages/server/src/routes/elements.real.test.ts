import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleLab } from '../testing/sampleLab.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.remove());

async function makeLab(name: string): Promise<string> {
  const request = { name, parameters: {}, blueprint: sampleLab };
  await server.store.createAssignment(request, () => undefined);
  return `/api/v1/environments/${name}/dev`;
}

const wishesOf = async (name: string) => (await server.store.findEnvironment(name, 'dev'))?.wishes;

const ask = (path: string, action: string) => server.call('POST', path, { action });

test('what is asked of one element is kept, and counts as a change', async () => {
  const lab = await makeLab('kept');
  const stopped = await ask(`${lab}/elements/web/actions`, 'stop');
  expect(stopped).toMatchObject({ status: 200, body: { generation: 2, blueprintGeneration: 1 } });
  expect(await wishesOf('kept')).toEqual({ web: { stopped: true } });
  await ask(`${lab}/elements/cluster/actions`, 'restart');
  await ask(`${lab}/elements/cluster/actions`, 'restart');
  await ask(`${lab}/elements/web/actions`, 'start');
  expect(await wishesOf('kept')).toEqual({ web: {}, cluster: { restarts: 2 } });
});

test('asking for what is so already changes nothing', async () => {
  const lab = await makeLab('same');
  expect(await ask(`${lab}/elements/web/actions`, 'start')).toMatchObject({
    body: { generation: 1 },
  });
  await ask(`${lab}/elements/web/actions`, 'stop');
  expect(await ask(`${lab}/elements/web/actions`, 'stop')).toMatchObject({
    body: { generation: 2 },
  });
});

test('a retry makes the engine look again', async () => {
  const lab = await makeLab('again');
  expect(await ask(`${lab}/elements/web/actions`, 'retry')).toMatchObject({
    body: { generation: 2 },
  });
});

test('an element that is not there, and one of a stopped lab, are refused with what to do', async () => {
  const lab = await makeLab('refused');
  expect(await ask(`${lab}/elements/wbe/actions`, 'stop')).toMatchObject({
    status: 404,
    body: { error: { code: 'element-not-found', remedy: 'It has web, cluster, shop.' } },
  });
  expect(await ask(`${lab}/elements/web/actions`, 'explode')).toMatchObject({ status: 400 });
  await ask(`${lab}/actions`, 'stop');
  expect(await ask(`${lab}/elements/web/actions`, 'start')).toMatchObject({
    status: 409,
    body: { error: { code: 'element-not-running' } },
  });
});

test('starting or restarting all of it starts what was stopped alone', async () => {
  const lab = await makeLab('whole');
  await ask(`${lab}/elements/web/actions`, 'stop');
  await ask(`${lab}/elements/shop/actions`, 'stop');
  await ask(`${lab}/actions`, 'start');
  expect(await wishesOf('whole')).toMatchObject({ web: {}, shop: {} });
  await ask(`${lab}/elements/web/actions`, 'stop');
  await ask(`${lab}/actions`, 'restart');
  expect(await wishesOf('whole')).toMatchObject({
    web: { restarts: 1 },
    cluster: { restarts: 1 },
    shop: {},
  });
  await ask(`${lab}/elements/web/actions`, 'stop');
  await ask(`${lab}/actions`, 'stop');
  await ask(`${lab}/actions`, 'start');
  expect(await wishesOf('whole')).toMatchObject({ web: { restarts: 1 } });
});

test('an element that is taken out and put in again begins without old wishes', async () => {
  const lab = await makeLab('pruned');
  await ask(`${lab}/elements/web/actions`, 'stop');
  const blueprint = sampleLab.replace(/ {2}web:.*\n/, '');
  const change = { blueprint, allowDataLoss: true };
  expect(await server.call('PUT', `${lab}/blueprint`, change)).toMatchObject({
    status: 200,
    body: { generation: 3, blueprintGeneration: 3, changedBy: 'the administrator of the server' },
  });
  expect(await wishesOf('pruned')).toEqual({});
});

test('a restart is in nobody’s way who edits the lab.yaml, another edit is', async () => {
  const lab = await makeLab('edited');
  await ask(`${lab}/elements/web/actions`, 'restart');
  const edit = (ifGeneration: number) =>
    server.call('PUT', `${lab}/blueprint`, { blueprint: sampleLab, ifGeneration });
  expect((await edit(1)).status).toBe(200);
  expect((await edit(1)).status).toBe(409);
  expect((await edit(99)).status).toBe(409);
});
