import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleLab } from '../testing/sampleLab.ts';
import { signInTo } from '../testing/signInTo.ts';
import { startTestServer } from '../testing/startTestServer.ts';
import type { TestServer } from '../testing/startTestServer.ts';

let server: TestServer;
let asked = 0;
let answer = JSON.stringify({ items: [{ kind: 'Node', metadata: { name: 'cluster' } }] });
beforeAll(async () => {
  server = await startTestServer({
    exec({ request, stdout }) {
      if (request.command[0] !== 'kubectl') return 0;
      asked++;
      stdout.write(answer);
      return 0;
    },
  });
});
afterAll(() => server.remove());

test('people who look at a lab see each other, until they leave or fall silent', async () => {
  const { id } = await server.createRunning('seen', sampleLab);
  const path = '/api/v1/environments/seen/dev/presence';
  const [ada, bob] = await Promise.all(
    [0, 1].map(() => signInTo(server, { isAdministrator: true })),
  );
  const look = async (headers: Record<string, string>) =>
    (
      (await server.call('PUT', path, undefined, headers)).body as { people: { id: string }[] }
    ).people
      .map((one) => one.id)
      .sort();
  expect(await look(ada!.headers)).toEqual([ada!.person.id]);
  expect(await look(bob!.headers)).toEqual([ada!.person.id, bob!.person.id].sort());
  expect((await server.call('DELETE', path, undefined, ada!.headers)).status).toBe(204);
  expect(await look(bob!.headers)).toEqual([bob!.person.id]);
  await server.database.query(`update presence set until = now() where person_id = $1`, [
    bob!.person.id,
  ]);
  expect(await server.store.listPresent(id)).toEqual([]);
  // A heartbeat is no change that anybody would look for in the audit.
  const entries = await server.store.listAudit({ most: 100 });
  expect(entries.filter(({ action }) => action.includes('presence'))).toEqual([]);
});

test('a cluster is asked once, however many look, and what is no cluster is refused', async () => {
  await server.createRunning('kube', sampleLab);
  const ask = (element: string) =>
    server.call('GET', `/api/v1/environments/kube/dev/elements/${element}/cluster`);
  asked = 0;
  const answers = await Promise.all([ask('cluster'), ask('cluster'), ask('cluster')]);
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(answers[0]).toMatchObject({ body: { nodes: [{ name: 'cluster', ready: false }] } });
  expect(asked).toBe(1);
  expect(await ask('web')).toMatchObject({ status: 400 });
  expect(await ask('nothing')).toMatchObject({ status: 404 });
});

test('a cluster that talks nonsense is told to be out of order', async () => {
  await server.createRunning('broken', sampleLab);
  answer = 'rm -rf /';
  const path = '/api/v1/environments/broken/dev/elements/cluster/cluster';
  expect(await server.call('GET', path)).toMatchObject({
    status: 409,
    body: { error: { code: 'element-not-running' } },
  });
});

test('the ledger is told with its owners, filtered and in pages', async () => {
  const { id } = await server.createRunning('owner', sampleLab);
  for (const name of ['one', 'two', '50%']) await server.store.openLedgerRow(id, 'instance', name);
  await server.store.markSeen(id, 'instance', ['one', 'two']);
  await server.store.markGone(id, 'instance', ['two']);
  const names = async (query: string) =>
    (
      (await server.call('GET', `/api/v1/admin/ledger?${query}`)).body as {
        rows: { name: string; owner: string }[];
      }
    ).rows.map(({ name }) => name);
  expect(await names('')).toEqual(['50%', 'two', 'one']);
  expect(await names('state=open')).toEqual(['50%', 'one']);
  expect(await names('state=unseen')).toEqual(['50%']);
  expect(await names('state=gone&search=OWNER')).toEqual(['two']);
  expect(await names('search=%25')).toEqual(['50%']);
  expect(await names('kind=bridge')).toEqual([]);
  expect(await server.call('GET', '/api/v1/admin/ledger')).toMatchObject({
    body: {
      counts: { all: 3, open: 2, unseen: 1 },
      more: false,
      rows: [{ owner: 'owner/dev' }, {}, {}],
    },
  });
});

test('capacity is told by course, and the audit as a table', async () => {
  const shares = await server.call('GET', '/api/v1/admin/capacity');
  expect(shares).toMatchObject({
    body: { courses: [{ name: 'Outside of courses', environments: 4 }] },
  });
  await server.call('POST', '/api/v1/environments/seen/dev/actions', { action: 'retry' });
  const headers = { authorization: `Bearer ${server.token}` };
  const response = await fetch(`${server.baseUrl}/api/v1/audit.csv?what=actions`, { headers });
  const lines = (await response.text()).trim().split('\r\n');
  expect(lines[0]).toBe('at,actor,means,action,target,status,address');
  expect(lines[1]).toContain('seen/dev,200');
});
