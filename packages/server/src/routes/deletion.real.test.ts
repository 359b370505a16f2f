import { initialStatus } from '@labcast/domain';
import type { State } from '@labcast/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe('the labs of students', () => {
  /** Two students of section A, the first with a checkpoint and a copy of frozen work, and one of B. */
  async function makeStudents(slug: string): Promise<void> {
    const { store } = server;
    const { id: assignmentId, name } = (await store.findAssignment(slug))!;
    const place = (student: string, section: string) =>
      ({
        assignmentId,
        role: 'student',
        name: student,
        wanted: 'stopped',
        blueprint: sampleLab,
        section,
      }) as const;
    const [first] = await store.createEnvironments([
      place('01', 'A'),
      place('02', 'A'),
      place('03', 'B'),
      {
        assignmentId,
        role: 'rehearsal',
        name: '01-frozen',
        wanted: 'stopped',
        blueprint: sampleLab,
      },
    ]);
    await store.createCheckpoint({ sourceId: first!.id, reason: 'before-reset', createdBy: 'Ada' });
    for (const { id, key } of await store.listEnvironmentsEver(name)) {
      await store.openLedgerRow(id, 'instance', `${key}-web`);
    }
  }

  interface Receipts {
    readonly environments: readonly {
      environment: string;
      of?: string;
      complete: boolean;
      rows: readonly unknown[];
    }[];
  }
  const names = async (path: string) =>
    ((await server.call('GET', path)).body as Receipts).environments
      .map(({ environment, of }) => (of === undefined ? environment : `${environment} of ${of}`))
      .sort();

  test('a receipt is of all, of one with its checkpoints, or of a section', async () => {
    const slug = await create({ kind: 'blueprint', blueprint: sampleLab });
    await makeStudents(slug);
    const path = `/api/v1/receipts/${slug}`;
    expect(await names(path)).toEqual(['01', '01-frozen', '02', '03', 'c1 of 01', 'dev']);
    expect(await names(`${path}?environment=01`)).toEqual(['01', '01-frozen', 'c1 of 01']);
    expect(await names(`${path}?section=A`)).toEqual(['01', '01-frozen', '02', 'c1 of 01']);
    expect(await names(`${path}?section=Z`)).toEqual([]);
    const { body } = await server.call('GET', `${path}?environment=01`);
    for (const { rows, complete } of (body as Receipts).environments)
      expect([rows.length, complete]).toEqual([1, false]);
  });

  test('one goes with the checkpoints and the copy of the frozen work, the others stay', async () => {
    const slug = await create({ kind: 'blueprint', blueprint: sampleLab });
    await makeStudents(slug);
    const actions = `/api/v1/assignments/${slug}/class/actions`;
    const deletion = { action: 'delete', environments: ['01'] };
    expect(await server.call('POST', actions, deletion)).toMatchObject({
      status: 409,
      body: { error: { code: 'confirmation-needed' } },
    });
    const done = await server.call('POST', actions, { ...deletion, confirm: '1' });
    expect(done.body).toEqual({ accepted: ['01'], refused: [] });
    const { name } = (await server.store.findAssignment(slug))!;
    const going = (await server.store.listEnvironmentsEver(name)).filter(
      ({ wanted }) => wanted === 'absent',
    );
    expect(going.map((one) => one.name).sort()).toEqual(['01', '01-frozen', 'c1']);
  });
});

test('what an update left at /mnt/before is detached, of one machine or of all', async () => {
  const { store } = server;
  const { id, key } = await server.createRunning('updated', sampleLab);
  await store.changeWanted(id, { beforeDisks: { web: key, cluster: key } });
  const path = '/api/v1/environments/updated/dev/before-disks';
  const drop = async (query = '') => (await server.call('DELETE', `${path}${query}`)).body;
  expect(await server.call('GET', '/api/v1/environments/updated/dev')).toMatchObject({
    body: { beforeDisks: ['web', 'cluster'] },
  });
  expect(await drop('?element=web')).toMatchObject({ beforeDisks: ['cluster'] });
  expect(await drop('?element=web')).toMatchObject({ error: { code: 'element-not-found' } });
  expect(await drop()).toMatchObject({ beforeDisks: [] });
  expect(await drop()).toMatchObject({ beforeDisks: [] });
});
