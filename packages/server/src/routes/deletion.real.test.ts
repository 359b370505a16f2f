import { initialStatus } from '@labcast/domain';
import type { State } from '@labcast/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleLab } from '../testing/sampleLab.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
let course: string;
beforeAll(async () => {
  server = await startTestServer();
  course = (await server.store.createCourse('Networks 2')).slug;
});
afterAll(() => server.remove());

async function create(from: object): Promise<string> {
  const body = { name: 'Shell', from };
  const answer = await server.call('POST', `/api/v1/courses/${course}/assignments`, body);
  return (answer.body as { assignment: { slug: string } }).assignment.slug;
}

const remove = (slug: string) => server.call('DELETE', `/api/v1/assignments/${slug}`);
const receiptOf = (slug: string) => server.call('GET', `/api/v1/receipts/${slug}`);

const states: State[] = [
  'waiting',
  'starting',
  'ready',
  'attention',
  'failed',
  'stopped',
  'unknown',
];

test.each(states)('an assignment whose lab is %s is deleted, and twice is fine', async (state) => {
  const { store } = server;
  const slug = await create({ kind: 'blueprint', blueprint: sampleLab });
  const { id, key } = (await store.findEnvironment(slug, 'dev'))!;
  const instance = `${key}-web`;
  await store.openLedgerRow(id, 'instance', instance);
  await store.markSeen(id, 'instance', [instance]);
  if (state === 'stopped') await store.changeWanted(id, { wanted: 'stopped' });
  await store.saveStatus(id, { ...initialStatus, state });
  for (let time = 0; time < 2; time++) {
    expect(await remove(slug)).toMatchObject({
      status: 202,
      body: { environments: [{ wanted: 'absent' }] },
    });
  }
  expect(await receiptOf(slug)).toMatchObject({
    body: { environments: [{ complete: false, rows: [{ name: instance }] }] },
  });
  // What the engine does once nothing of it is left.
  await store.markGone(id, 'instance', [instance]);
  await store.markRemoved(id, { ...initialStatus, state: 'gone' });
  expect((await remove(slug)).status).toBe(200);
  const moment = expect.any(String) as string;
  expect(await receiptOf(slug)).toMatchObject({
    body: {
      environments: [
        {
          complete: true,
          removedAt: moment,
          rows: [{ name: instance, requestedAt: moment, seenAt: moment, goneAt: moment }],
        },
      ],
    },
  });
});

test('one that nobody ever used is gone at once, with an empty receipt', async () => {
  const slug = await create({ kind: 'blank' });
  for (let time = 0; time < 2; time++) {
    expect(await remove(slug)).toMatchObject({ status: 200, body: { environments: [] } });
  }
  expect((await server.call('GET', `/api/v1/assignments/${slug}`)).status).toBe(404);
  expect((await receiptOf(slug)).body).toEqual({ environments: [] });
});

test('one whose deletion failed is tried again by deleting it once more', async () => {
  const { store } = server;
  const slug = await create({ kind: 'blueprint', blueprint: sampleLab });
  const { id } = (await store.findEnvironment(slug, 'dev'))!;
  await remove(slug);
  const before = (await store.getEnvironment(id)).generation;
  await store.saveStatus(id, { ...initialStatus, state: 'failed' });
  expect((await remove(slug)).status).toBe(202);
  expect((await store.getEnvironment(id)).generation).toBeGreaterThan(before);
});
