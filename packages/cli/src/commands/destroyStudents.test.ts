import type { Receipts } from '@labcast/api-client';
import { afterEach, expect, test } from 'vitest';
import { exampleView } from '../testing/exampleViews.ts';
import type { FakeServer } from '../testing/fakeServer.ts';
import { startFakeServer } from '../testing/fakeServer.ts';
import { runLauncher } from '../testing/runLauncher.ts';

let server: FakeServer;
afterEach(() => server.kill());

const at = '2026-01-02T03:04:05.000Z';
type Receipt = Receipts['environments'][number];

const row = (name: string) => ({ kind: 'instance' as const, name, requestedAt: at, seenAt: at });
const lab = (name: string, role: Receipt['role'], more: Partial<Receipt> = {}): Receipt => ({
  environment: name,
  id: `id-${name}`,
  role,
  createdAt: at,
  complete: false,
  rows: [row(`k${name}-web`)],
  ...more,
});
const gone = (receipt: Receipt): Receipt => ({
  ...receipt,
  removedAt: at,
  complete: true,
  rows: receipt.rows.map((one) => ({ ...one, goneAt: at })),
});

/** A server that has these labs until their deletion is asked for. */
async function start(labs: readonly Receipt[], older: readonly Receipt[] = []): Promise<void> {
  let isDeleted = false;
  server = await startFakeServer({
    'GET /receipts/firewall': () => ({
      body: { environments: [...(isDeleted ? labs.map(gone) : labs), ...older] },
    }),
    'POST /assignments/firewall/class/actions': ({ body }) => {
      isDeleted = true;
      for (const { environment, id } of labs) {
        const away = { assignment: 'firewall', environment, id, removedAt: at } as const;
        server.tell(exampleView({ ...away, wanted: 'absent' }, { state: 'gone' }));
      }
      const { environments } = body as { environments: string[] };
      return { body: { accepted: environments, refused: [] } };
    },
  });
}

const run = (...words: string[]) => runLauncher(words, { environment: server.environment });
const deletion = () => server.requests.find(({ method }) => method === 'POST')?.body;
const labs = [lab('07', 'student'), lab('c4', 'checkpoint', { of: '07' })];

test('one student goes with the checkpoints, and the receipt lists both', async () => {
  const earlier = gone(lab('07', 'student', { id: 'earlier', rows: [row('earlier-web')] }));
  await start(labs, [earlier]);
  const { exitCode, stdout } = await run('destroy', 'firewall/07', '--yes');
  const text = stdout.toString();
  expect(text).toContain('Receipt of firewall/07, made');
  expect(text).toContain('Receipt of firewall/c4, a checkpoint of 07, made');
  expect(text).toContain('In all: 2 of 2 in 2 environments were seen to be gone.');
  expect(text.match(/All 1 were seen to be gone\./g)).toHaveLength(2);
  expect(text).not.toContain('earlier-web');
  expect(exitCode).toBe(0);
  expect(deletion()).toEqual({ action: 'delete', environments: ['07'], confirm: '1' });
});

test('a section goes whole', async () => {
  await start([...labs, lab('08', 'student')]);
  const { exitCode, stdout } = await run(
    'destroy',
    'firewall',
    '--section',
    'A',
    '--yes',
    '--json',
  );
  const { environments } = JSON.parse(stdout.toString()) as Receipts;
  expect(environments.map(({ environment, complete }) => [environment, complete])).toEqual([
    ['07', true],
    ['c4', true],
    ['08', true],
  ]);
  expect(exitCode).toBe(0);
  expect(deletion()).toEqual({ action: 'delete', environments: ['07', '08'], confirm: '2' });
});

test('without --yes nothing is removed, and the command that does it is named', async () => {
  await start(labs);
  const { exitCode, stderr } = await run('destroy', 'firewall', '--section', 'A');
  expect(stderr).toContain('labcast destroy firewall --section A --yes');
  expect(exitCode).toBe(4);
  expect(deletion()).toBeUndefined();
});

test('a second time is success and prints the receipt again', async () => {
  await start([], labs.map(gone));
  const { exitCode, stdout } = await run('destroy', 'firewall/07', '--yes');
  expect(stdout.toString()).toContain('Receipt of firewall/07');
  expect(exitCode).toBe(0);
  expect(deletion()).toBeUndefined();
});

test('what is not gone makes it fail', async () => {
  const stuck = { ...gone(lab('07', 'student')), complete: false, rows: [row('k07-web')] };
  await start([], [stuck]);
  const { exitCode, stdout } = await run('destroy', 'firewall/07', '--yes');
  expect(stdout.toString()).toContain('labcast sweep');
  expect(exitCode).toBe(1);
});

test('who was never there is not there', async () => {
  await start([]);
  const { exitCode, stderr } = await run('destroy', 'firewall/99', '--yes');
  expect(stderr).toContain('labcast class firewall');
  expect(exitCode).toBe(3);
});
