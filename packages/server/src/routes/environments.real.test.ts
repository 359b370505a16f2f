import { initialStatus } from '@labcast/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleLab } from '../testing/sampleLab.ts';
import { roomyHost, startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.remove());

async function createLab(name: string) {
  const request = { name, parameters: {}, blueprint: sampleLab };
  const { environment } = await server.store.createAssignment(request, () => undefined);
  return { environment, path: `/api/v1/environments/${name}/dev` };
}

const withoutWeb = sampleLab.replace(/ {2}web:.*\n/, '');

test('a plan tells what would change, and changes nothing', async () => {
  const { environment, path } = await createLab('planned');
  const answer = await server.call('POST', `${path}/plan`, { blueprint: withoutWeb });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      changes: expect.arrayContaining([
        expect.objectContaining({ action: 'remove', element: 'web', destroysData: true }),
      ]) as unknown,
    },
  });
  expect(await server.store.getEnvironment(environment.id)).toEqual(environment);
});

test('what would lose data is refused until that is allowed', async () => {
  const { path } = await createLab('lossy');
  const blueprint = withoutWeb;
  expect(await server.call('PUT', `${path}/blueprint`, { blueprint })).toMatchObject({
    status: 409,
    body: { error: { code: 'confirmation-needed', problems: [{ path: 'elements.web' }] } },
  });
  const allowed = await server.call('PUT', `${path}/blueprint`, { blueprint, allowDataLoss: true });
  expect(allowed).toMatchObject({ status: 200, body: { generation: 2, settled: false } });
  expect((await server.call('GET', `${path}/blueprint`)).body).toEqual({
    blueprint,
    generation: 2,
  });
});

test('nothing is brought back from a checkpoint that is not there', async () => {
  const { environment, path } = await createLab('unkept');
  const body = { blueprint: sampleLab, bringBack: { web: 14 } };
  expect(await server.call('PUT', `${path}/blueprint`, body)).toMatchObject({
    status: 404,
    body: { error: { code: 'checkpoint-not-found', message: 'There is no checkpoint c14.' } },
  });
  expect(await server.store.getEnvironment(environment.id)).toEqual(environment);
});

test('a checkpoint comes before a loss, and only where there is something to keep', async () => {
  const { environment, path } = await createLab('unmade');
  const body = { blueprint: withoutWeb, allowDataLoss: true, keepFirst: true };
  const answer = await server.call('PUT', `${path}/blueprint`, body);
  expect(answer).toMatchObject({ status: 200, body: { generation: 2 } });
  expect(answer.body).not.toHaveProperty('keptIn');
  const made = await server.createRunning('made', sampleLab);
  const web = { name: 'web', kind: 'container', state: 'ready', addresses: [] } as const;
  const elements = [{ ...web, instances: [`${made.key}-web`] }];
  await server.store.saveStatus(made.id, { ...made.status, elements });
  const kept = server.call('PUT', '/api/v1/environments/made/dev/blueprint', body);
  const tasks = () => server.store.listTasks(made.id);
  await expect.poll(async () => (await tasks()).length).toBe(1);
  const [task] = await tasks();
  expect(task).toMatchObject({ kind: 'update', keepFirst: 'before-delete', state: 'waiting' });
  expect(await server.store.getEnvironment(made.id)).toMatchObject({ blueprint: sampleLab });
  await server.store.saveTask(task!.id, { state: 'failed', error: 'The disk is full.' });
  expect(await kept).toMatchObject({
    body: { error: { code: 'step-failed', message: 'The disk is full.' } },
  });
  expect(await server.store.listTasks(environment.id)).toEqual([]);
});

test('a lab.yaml with mistakes is refused and the old one stays wanted', async () => {
  const { environment, path } = await createLab('kept');
  for (const action of ['plan', 'blueprint']) {
    const method = action === 'plan' ? 'POST' : 'PUT';
    const answer = await server.call(method, `${path}/${action}`, { blueprint: 'version: 2' });
    expect(answer).toMatchObject({ status: 422, body: { error: { code: 'blueprint-invalid' } } });
  }
  expect(await server.store.getEnvironment(environment.id)).toEqual(environment);
});

test('stop, start and retry change what is wanted; what is so already is no change', async () => {
  const { path } = await createLab('acted');
  const act = (action: string) => server.call('POST', `${path}/actions`, { action });
  expect((await act('start')).body).toMatchObject({ wanted: 'running', generation: 1 });
  expect((await act('stop')).body).toMatchObject({ wanted: 'stopped', generation: 2 });
  expect((await act('stop')).body).toMatchObject({ wanted: 'stopped', generation: 2 });
  expect((await act('retry')).body).toMatchObject({ wanted: 'stopped', generation: 3 });
  expect((await act('start')).body).toMatchObject({ wanted: 'running', generation: 4 });
  expect(await act('explode')).toMatchObject({ status: 400 });
});

test('an environment that is being deleted takes no other wishes', async () => {
  const { environment, path } = await createLab('ending');
  await server.store.changeWanted(environment.id, { wanted: 'absent' });
  const answer = await server.call('POST', `${path}/actions`, { action: 'start' });
  expect(answer).toMatchObject({ status: 404, body: { error: { code: 'environment-not-found' } } });
});

test('it is settled only when the present generation is seen to be as wanted', async () => {
  const { environment, path } = await createLab('settling');
  const settled = async () => (await server.call('GET', path)).body as { settled: boolean };
  const ready = { ...initialStatus, state: 'ready' } as const;
  await server.store.saveStatus(environment.id, ready, 1);
  expect(await settled()).toMatchObject({ settled: true });
  await server.store.changeWanted(environment.id, { wanted: 'stopped' });
  expect(await settled()).toMatchObject({ settled: false });
  await server.store.saveStatus(environment.id, { ...initialStatus, state: 'failed' }, 2);
  expect(await settled()).toMatchObject({ settled: false });
});

test('the log is told from after the line that was seen', async () => {
  const { environment, path } = await createLab('logged');
  await server.store.appendLog(environment.id, { level: 'info', message: 'one' });
  await server.store.appendLog(environment.id, { level: 'error', element: 'web', message: 'two' });
  const all = (await server.call('GET', `${path}/log`)).body as { lines: { id: string }[] };
  expect(all.lines).toMatchObject([{ message: 'one' }, { element: 'web', message: 'two' }]);
  const rest = await server.call('GET', `${path}/log?after=${all.lines[0]?.id ?? ''}`);
  expect(rest.body).toEqual({ lines: all.lines.slice(1) });
  expect((await server.call('GET', `${path}/log?after=x`)).status).toBe(400);
});

test('a receipt is complete when all that was allocated is gone', async () => {
  const { store } = server;
  const { environment } = await createLab('receipted');
  const receipt = async () => (await server.call('GET', '/api/v1/receipts/receipted')).body;
  await store.openLedgerRow(environment.id, 'bridge', 'lc-receipt-0');
  await store.markSeen(environment.id, 'bridge', ['lc-receipt-0']);
  expect(await receipt()).toMatchObject({
    environments: [{ complete: false, rows: [{ kind: 'bridge', name: 'lc-receipt-0' }] }],
  });
  await store.markRemoved(environment.id, { ...initialStatus, state: 'gone' });
  expect(await receipt()).toMatchObject({ environments: [{ complete: false }] });
  await store.markGone(environment.id, 'bridge', ['lc-receipt-0']);
  expect(await receipt()).toMatchObject({
    environments: [{ complete: true, removedAt: expect.any(String) as string }],
  });
});

test('a sweep is asked for here and answered once the engine has carried it out', async () => {
  const { body } = await server.call('POST', '/api/v1/sweeps', { remove: false });
  const { id } = body as { id: string };
  expect(await server.store.findUnfinishedSweep()).toMatchObject({ id, remove: false });
  const orphans = [{ kind: 'instance', name: 'lost', reason: 'No row.' }] as const;
  await server.store.finishSweep(id, { orphans });
  const answer = await server.call('GET', `/api/v1/sweeps/${id}`);
  expect(answer.body).toMatchObject({ orphans, finishedAt: expect.any(String) as string });
});

test('types, images and capacity tell what labs can be made of', async () => {
  const types = (await server.call('GET', '/api/v1/types')).body as { types: { name: string }[] };
  expect(types.types.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['webserver', 'kubernetes', 'container']),
  );
  const { images } = (await server.call('GET', '/api/v1/images')).body as {
    images: { name: string; ready: boolean }[];
  };
  const ready = images.filter((image) => image.ready).map(({ name }) => name);
  expect(ready).toEqual(expect.arrayContaining(['debian-12', 'kubernetes-node', 'nginx']));
  expect((await server.call('GET', '/api/v1/capacity')).body).toMatchObject({
    host: roomyHost,
    promised: { memoryBytes: expect.any(Number) as number },
  });
});

test('readiness asks for a fresh look at the host', async () => {
  const readiness = async () => (await fetch(`${server.baseUrl}/readyz`)).status;
  await server.store.saveHostObservation(roomyHost);
  expect(await readiness()).toBe(200);
  await server.database.query(`update host_observation set at = now() - interval '31 seconds'`);
  expect(await readiness()).toBe(503);
  await server.store.saveHostObservation(roomyHost);
});

test('metrics count requests by route, never by name', async () => {
  await server.call('GET', '/api/v1/environments/private-name/dev');
  const headers = { authorization: `Bearer ${server.token}` };
  const text = await (await fetch(`${server.baseUrl}/metrics`, { headers })).text();
  expect(text).toContain('route="/api/v1/environments/:assignment/:environment"');
  expect(text).not.toContain('private-name');
});
