import { text } from 'node:stream/consumers';
import type { Environment } from '@labcast/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

const blueprint = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: true }
elements:
  web: { kind: container, image: debian-12 }
`;

let server: TestServer;
let student: Environment;
let base = '';

beforeAll(async () => {
  server = await startTestServer({
    // A machine's tar that packs the names that it is given.
    exec: async ({ request, stdin, stdout }) => {
      if (request.command[0] === 'tar') stdout.write(await text(stdin));
      return 0;
    },
  });
  const { store } = server;
  const made = await store.createAssignment(
    { name: 'firewall', parameters: {}, blueprint },
    () => undefined,
  );
  const { assignment } = made;
  base = `/api/v1/environments/firewall`;
  const run = await store.createRun({
    assignmentId: assignment.id,
    devId: made.environment.id,
    students: 1,
    copies: 1,
    approve: false,
    promote: true,
    keepFailedMinutes: 0,
    note: '',
    requestedBy: 'Ada',
  });
  await store.createRelease(run.id);
  const [created] = await store.createEnvironments([
    {
      assignmentId: assignment.id,
      role: 'student',
      name: '07',
      wanted: 'stopped',
      blueprint,
      releaseNumber: 1,
    },
  ]);
  student = created!;
});
afterAll(() => server.remove());

const open = (mode: string) => server.call('POST', `${base}/07/frozen/open`, { mode });

test('what is not frozen is not opened as if it were', async () => {
  expect(await open('read')).toMatchObject({
    status: 400,
    body: { error: { message: 'firewall/07 is not frozen.' } },
  });
});

test('frozen work is opened as a copy of its checkpoint, to be read without internet', async () => {
  const { store } = server;
  const kept = await store.createCheckpoint({
    sourceId: student.id,
    reason: 'deadline',
    createdBy: 'the deadline',
  });
  await store.saveCheckpoint(kept.id, { state: 'kept' });
  await store.saveClassFields(student.id, { frozenAt: new Date() });
  expect(await open('read')).toMatchObject({
    status: 202,
    body: { environment: '07-frozen', role: 'rehearsal', wanted: 'running' },
  });
  const copy = (await store.findEnvironment('firewall', '07-frozen'))!;
  expect(copy).toMatchObject({ sealed: true, releaseNumber: 1 });
  expect(copy.origins).toMatchObject({ web: { key: kept.key } });

  // Asked for again it is the same copy, as it is wanted now.
  await open('run');
  const again = await store.findEnvironment('firewall', '07-frozen');
  expect(again).toMatchObject({ id: copy.id, sealed: false, wanted: 'running' });
  expect(await store.getEnvironment(student.id)).toMatchObject({
    wanted: 'stopped',
    generation: 1,
  });
});

test('nothing of frozen work is reset or restored, by whomever', async () => {
  const path = `/api/v1/assignments/firewall/environments/07`;
  for (const [what, body] of [
    ['reset', {}],
    ['restore', { checkpoint: 1 }],
  ] as const) {
    expect(await server.call('POST', `${path}/${what}`, body)).toMatchObject({
      status: 409,
      body: { error: { code: 'environment-frozen' } },
    });
  }
});

/** The engine's part: says what is other on the disk. */
async function answerComparison(
  files: readonly { path: string; change: 'added' | 'changed' | 'removed' }[],
): Promise<void> {
  const { store } = server;
  await expect.poll(() => store.listUnfinishedComparisons()).not.toEqual([]);
  for (const { id } of await store.listUnfinishedComparisons())
    await store.finishComparison(id, { result: [{ name: 'web', files, total: files.length }] });
}

test('an export of the copy packs what was added and changed, and nothing that changes by itself', async () => {
  const { key } = (await server.store.findEnvironment('firewall', '07-frozen'))!;
  const instance = { image: 'labcast/debian-12', config: {}, devices: {}, start: true };
  await server.incus.client.createInstance({ ...instance, name: `${key}-web` });
  const headers = { authorization: `Bearer ${server.token}` };
  const url = `${server.baseUrl}${base}/07-frozen/elements/web/export`;
  const [response] = await Promise.all([
    fetch(url, { headers }),
    answerComparison([
      { path: '/home/student/a b.txt', change: 'added' },
      { path: '/etc/nftables.conf', change: 'changed' },
      { path: '/etc/motd', change: 'removed' },
      { path: '/var/log/syslog', change: 'changed' },
    ]),
  ]);
  expect((await response.text()).trim().split('\n')).toEqual([
    './home/student/a b.txt',
    './etc/nftables.conf',
  ]);
  expect(response.headers.get('content-disposition')).toContain('firewall-07-frozen-web.tar.gz');
});

test('the copy goes alone, and the frozen work stays', async () => {
  const { store } = server;
  const deletion = { action: 'delete', environments: ['07-frozen'], confirm: '1' };
  const path = '/api/v1/assignments/firewall/class/actions';
  expect((await server.call('POST', path, deletion)).body).toEqual({
    accepted: ['07-frozen'],
    refused: [],
  });
  expect(await store.findEnvironment('firewall', '07-frozen')).toMatchObject({ wanted: 'absent' });
  expect(await store.getEnvironment(student.id)).toMatchObject({ wanted: 'stopped' });
});
