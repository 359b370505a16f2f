import { initialStatus } from '@labcast/domain';
import { sampleLab, startTestServer } from '@labcast/server/testing';
import type { TestServer } from '@labcast/server/testing';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { ApiClient, ApiEvent } from '../client.ts';
import { createApiClient } from '../createApiClient.ts';

let server: TestServer;
let client: ApiClient;
beforeAll(async () => {
  server = await startTestServer();
  client = createApiClient(server);
});
afterAll(() => server.remove());

/** Collects what is told, but for heartbeats, until the test ends. */
function watch(environment?: string) {
  const stop = new AbortController();
  const events: ApiEvent[] = [];
  const options = { signal: stop.signal, ...(environment !== undefined && { environment }) };
  const ended = (async () => {
    for await (const event of client.watchEvents(options)) {
      if (event.event !== 'heartbeat') events.push(event);
    }
  })();
  ended.catch(() => undefined);
  onTestFinished(() => stop.abort());
  return { events, ended, stop: () => stop.abort() };
}

const states = (events: readonly ApiEvent[]) =>
  events.flatMap((event) => (event.event === 'environment' ? [event.data.status.state] : []));

const messages = (events: readonly ApiEvent[]) =>
  events.flatMap((event) => (event.event === 'log' ? [event.data.line.message] : []));

test('first comes what is there, then what happens, and the end of it', async () => {
  const { id } = await server.createRunning('watched', sampleLab);
  await server.store.appendLog(id, { level: 'info', message: 'before' });
  const { events } = watch('watched/dev');
  await expect.poll(() => states(events)[0]).toBe('waiting');
  await server.store.appendLog(id, { level: 'info', message: 'first' });
  await server.store.appendLog(id, { level: 'info', message: 'second' });
  await server.store.saveStatus(id, { ...initialStatus, state: 'ready' });
  await server.store.markRemoved(id, { ...initialStatus, state: 'gone' });
  await expect.poll(() => states(events).at(-1)).toBe('gone');
  expect(messages(events)).toEqual(['first', 'second']);
  const last = events.findLast((event) => event.event === 'environment');
  expect(last?.data).toMatchObject({ removedAt: expect.any(String) as string, settled: true });
});

test('a filter lets only its environment through; without one all are told', async () => {
  const one = await server.createRunning('one', sampleLab);
  const two = await server.createRunning('two', sampleLab);
  const filtered = watch('one/dev');
  const all = watch();
  await expect.poll(() => filtered.events.length).toBeGreaterThan(0);
  await expect.poll(() => all.events.length).toBeGreaterThan(1);
  await server.store.appendLog(two.id, { level: 'info', message: 'of two' });
  await server.store.appendLog(one.id, { level: 'info', message: 'of one' });
  await expect.poll(() => messages(all.events)).toEqual(['of two', 'of one']);
  expect(messages(filtered.events)).toEqual(['of one']);
});

test('what happens while the database connection is away is told when it is back', async () => {
  const { id } = await server.createRunning('outlived', sampleLab);
  const { events } = watch('outlived/dev');
  await expect.poll(() => states(events)[0]).toBe('waiting');
  const kill = `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%'`;
  await server.database.query(kill);
  const quietly = `update environment set status = status || '{"state":"ready"}' where id = $1`;
  await server.database.query(quietly, [id]);
  await expect.poll(() => states(events).at(-1), { timeout: 10_000 }).toBe('ready');
});

test('a heartbeat comes on a quiet stream', async () => {
  for await (const event of client.watchEvents({ environment: 'quiet/dev' })) {
    expect(event).toEqual({ event: 'heartbeat', data: {} });
    break;
  }
});

test('told to stop it ends; a refusal and a server that is not there are errors', async () => {
  const watched = watch();
  await expect.poll(() => watched.events.length).toBeGreaterThan(0);
  watched.stop();
  await expect(watched.ended).resolves.toBeUndefined();
  const first = (api: ApiClient) => api.watchEvents()[Symbol.asyncIterator]().next();
  const stranger = createApiClient({ baseUrl: server.baseUrl, token: 'wrong' });
  await expect(first(stranger)).rejects.toMatchObject({ code: 'not-signed-in', status: 401 });
  const nowhere = createApiClient({ baseUrl: 'http://127.0.0.1:1', token: 'x' });
  await expect(first(nowhere)).rejects.toMatchObject({ code: 'server-unreachable' });
  await expect(nowhere.types()).rejects.toMatchObject({ code: 'server-unreachable' });
});

test('who watches one environment is told what it uses and who is there', async () => {
  const { id } = await server.createRunning('live', sampleLab);
  const one = watch('live/dev');
  const all = watch();
  await expect.poll(() => server.store.listWatched()).toContain(id);
  const elements = [{ name: 'web', cpuCores: 0.5, memoryBytes: 2 ** 20, diskBytes: 0 }];
  await server.store.saveUsage(new Date(), [{ environmentId: id, elements }]);
  const ada = await server.store.createPerson({
    login: 'ada',
    name: 'Ada',
    passwordHash: '$argon2id$x',
    isAdministrator: false,
  });
  await server.store.markPresent(id, ada.id, 60);
  const live = () => one.events.filter(({ event }) => event === 'usage' || event === 'presence');
  await expect.poll(live).toMatchObject([
    { event: 'usage', data: { environmentId: id, elements } },
    { event: 'presence', data: { environmentId: id, people: [{ id: ada.id, name: 'Ada' }] } },
  ]);
  await server.store.markPresent(id, ada.id, 60);
  await server.store.markAbsent(id, ada.id);
  await expect.poll(live).toMatchObject([{}, {}, { data: { people: [] } }]);
  // A list of all labs must not become measurements of all of them.
  expect(all.events.some(({ event }) => event === 'usage')).toBe(false);
  expect(await client.usage('live', 'dev')).toMatchObject({
    samples: [{ elements }],
    limits: [{ name: 'web' }, { name: 'cluster' }],
  });
});

test('what somebody tells to a lab comes at once, with what was told before', async () => {
  const { id } = await server.createRunning('told', sampleLab);
  const { events } = watch('told/dev');
  await expect.poll(() => states(events).length).toBeGreaterThan(0);
  await server.store.sendMessage([id], 'Twenty minutes left.', 'Ada');
  await server.store.sendMessage([id], 'Ten minutes left.', 'Ada');
  const told = () =>
    events.flatMap((event) => (event.event === 'messages' ? [event.data.messages] : []));
  await expect.poll(() => told().at(-1)?.length).toBe(2);
  expect(told().at(-1)).toMatchObject([
    { text: 'Ten minutes left.', sentBy: 'Ada', at: expect.any(String) as string },
    { text: 'Twenty minutes left.' },
  ]);
});

test('that a run of the pipeline moved on is told to those who watch dev', async () => {
  const { id, assignmentId } = await server.createRunning('proven', sampleLab);
  const { events } = watch();
  await expect.poll(() => states(events).length).toBeGreaterThan(0);
  const { checkpointId } = await server.store.createRun({
    assignmentId,
    devId: id,
    students: 1,
    copies: 1,
    approve: false,
    promote: true,
    keepFailedMinutes: 0,
    note: '',
    requestedBy: 'Ada',
  });
  expect(checkpointId).toBeDefined();
  await expect
    .poll(() => events.find((event) => event.event === 'runs')?.data)
    .toEqual({ assignment: 'proven' });
});
