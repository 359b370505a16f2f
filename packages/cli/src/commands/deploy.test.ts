import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RolloutView } from '@labcast/api-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  exampleClass,
  exampleRollout,
  exampleTarget,
  openRollout,
} from '../testing/exampleClass.ts';
import type { FakeServer, Routes } from '../testing/fakeServer.ts';
import { refusal, startFakeServer } from '../testing/fakeServer.ts';
import { runLauncher } from '../testing/runLauncher.ts';

let server: FakeServer;
let folder: string;
let csv: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labcast-deploy-'));
  csv = join(folder, 'class.csv');
  await writeFile(csv, 'name,e-mail\nAda,ada@school.example\n');
});
afterEach(async () => {
  await server.kill();
  await rm(folder, { recursive: true });
});

const person = { line: 2, name: 'Ada', hasAccount: true, change: 'new', fields: [] };
const imported = {
  counts: { new: 2, changed: 0, unchanged: 0, missing: 0, problems: 0 },
  ignored: [],
  missing: [],
  people: [
    { ...person, login: 'ada', role: 'student' },
    { ...person, login: 'eve', role: 'assistant' },
  ],
  problems: [],
};

/** Answers a rollout as it goes on, one step with each look. */
async function start(steps: RolloutView[] = [exampleRollout()], more: Routes = {}): Promise<void> {
  const left = [...steps];
  server = await startFakeServer({
    'POST /assignments/firewall/rollouts': () => ({ status: 202, body: left[0] }),
    'GET /assignments/firewall/rollouts/1': () => {
      if (left.length > 1) left.shift();
      return { body: left[0] };
    },
    ...more,
  });
}

const run = (...words: string[]) => runLauncher(words, { environment: server.environment });
const asked = () =>
  server.requests.find(({ path }) => path === '/assignments/firewall/rollouts')?.body;

test('it follows the rollout to its end and tells how long it took', async () => {
  const open = openRollout({ state: 'canary' });
  const counts = { total: 3, ready: 1, starting: 2, waiting: 0, failed: 0, kept: 0 };
  await start([open, { ...open, state: 'running', counts }, exampleRollout()]);
  const { exitCode, stdout } = await run('deploy', 'firewall', '--students', '3');
  const text = stdout.toString();
  expect(text).toContain('Rollout 1 of r1.');
  expect(text).toContain('running: 1 of 3 ready, 2 starting\n');
  expect(text).toMatch(/done: 3 of 3 ready in 0\.0 s\n$/);
  expect(exitCode).toBe(0);
  expect(asked()).toEqual({ kind: 'deploy', when: 'now', canary: true, students: 3 });
});

test('one that failed is told with its reason, and fails the command', async () => {
  const counts = { total: 3, ready: 2, starting: 0, waiting: 0, failed: 1, kept: 0 };
  const targets = [exampleTarget({ state: 'failed', error: 'The pool is full.' })];
  await start([exampleRollout({ counts, targets })]);
  const { exitCode, stderr } = await run('deploy', 'firewall', '--students', '3');
  expect(stderr).toContain('1 failed: The pool is full.');
  expect(exitCode).toBe(1);
});

test('a class that does not fit is refused with the numbers', async () => {
  await start([], {
    'POST /assignments/firewall/rollouts': refusal(
      409,
      'capacity-exceeded',
      'This class needs 41 GiB of memory, 26 are free.',
      { remedy: 'Deploy 18 now.' },
    ),
  });
  const { exitCode, stderr } = await run('deploy', 'firewall', '--students', '30');
  expect(stderr).toContain('This class needs 41 GiB of memory, 26 are free.');
  expect(stderr).toContain('Deploy 18 now.');
  expect(exitCode).toBe(4);
});

test('a scheduled one is accepted and not waited for', async () => {
  await start([openRollout({ state: 'waiting' })]);
  const when = '2030-12-01T09:45:00Z';
  const { exitCode, stdout } = await run('deploy', 'firewall', '--roster', '--when', when);
  expect(stdout.toString()).toContain('See how it goes: labcast class firewall');
  expect(exitCode).toBe(0);
  expect(asked()).toEqual({ kind: 'deploy', when, canary: true, roster: true });
});

test('the people of a file are imported, and those of them who are students get a copy', async () => {
  await start(undefined, {
    'GET /assignments/firewall': { body: { course: { slug: 'nets-4f2c' } } },
    'POST /courses/nets-4f2c/roster/import': { body: imported },
  });
  const { exitCode, stdout } = await run('deploy', 'firewall', '--roster', csv);
  expect(stdout.toString()).toContain('2 new, 0 changed');
  expect(exitCode).toBe(0);
  const sent = server.requests.find(({ path }) => path.endsWith('/roster/import'));
  expect(sent?.body).toEqual({
    csv: 'name,e-mail\nAda,ada@school.example\n',
    skipProblems: false,
    remove: [],
  });
  expect(asked()).toEqual({ kind: 'deploy', when: 'now', canary: true, people: ['ada'] });
});

test('a file with mistakes is refused with their lines, and nothing is deployed', async () => {
  const problems = [{ message: 'The e-mail is missing.', line: 14 }];
  await start(undefined, {
    'GET /assignments/firewall': { body: { course: { slug: 'nets-4f2c' } } },
    'POST /courses/nets-4f2c/roster/import': refusal(
      400,
      'request-invalid',
      'The file has mistakes; nothing was imported.',
      { problems },
    ),
  });
  const { exitCode, stderr } = await run('deploy', 'firewall', '--roster', csv);
  expect(stderr).toMatch(/14.*The e-mail is missing\./);
  expect(exitCode).toBe(2);
  expect(asked()).toBeUndefined();
});

test('a file goes with an assignment that is in a course', async () => {
  await start(undefined, { 'GET /assignments/firewall': { body: {} } });
  const { exitCode, stderr } = await run('deploy', 'firewall', '--roster', csv);
  expect(stderr).toContain('firewall is in no course');
  expect(exitCode).toBe(2);
});

test('a plan of an update changes nothing', async () => {
  await start(undefined, {
    'POST /assignments/firewall/rollouts/plan': {
      body: {
        release: 2,
        kind: 'update',
        fits: true,
        waysOut: [],
        targets: [
          { environment: '07', outcome: 'keep', elements: [{ name: 'web', outcome: 'keep' }] },
        ],
      },
    },
  });
  const { exitCode, stdout } = await run('update', 'firewall', '--plan');
  expect(stdout.toString()).toMatch(/To r2:\n.*\n07 +keep +web keep/);
  expect(exitCode).toBe(0);
  expect(asked()).toBeUndefined();
});

test('an update keeps work unless told to replace it', async () => {
  await start();
  await run('update', 'firewall', '--replace', '--release', 'r2');
  expect(asked()).toMatchObject({ kind: 'update', release: 2, choices: { default: 'replace' } });
  const { exitCode, stderr } = await run('update', 'firewall', '--replace', '--keep');
  expect(stderr).toContain('It is either --keep, --replace or --script.');
  expect(exitCode).toBe(2);
});

test('an update is offered to students when told so, and nobody waits for the last of them', async () => {
  await start([openRollout({ kind: 'update', atFirstOpen: true })]);
  const { exitCode, stdout } = await run('update', 'firewall', '--when-suits');
  expect(asked()).toMatchObject({ kind: 'update', when: 'at-first-open' });
  expect(stdout.toString()).toContain('See how it goes: labcast class firewall');
  expect(exitCode).toBe(0);
});

test('a roll-back is of one student, or of all', async () => {
  await start();
  await run('roll-back', 'firewall/07');
  expect(asked()).toMatchObject({ kind: 'roll-back', environments: ['07'] });
  await server.kill();
  await start();
  await run('roll-back', 'firewall');
  expect(asked()).not.toHaveProperty('environments');
});

test('the class is shown with who needs help and why', async () => {
  const board = exampleClass();
  const [student] = board.students;
  const asks = { ...student!, attention: 'help' as const, reason: 'nft does not start' };
  await start(undefined, {
    'GET /assignments/firewall/class': { body: { ...board, students: [asks] } },
  });
  const { stdout } = await run('class', 'firewall');
  expect(stdout.toString()).toMatch(/07 +Bob +ready +help +1\/2 +nft does not start/);
});

test('a message goes to all, and who refuses it is named', async () => {
  const board = exampleClass({
    students: [...exampleClass().students, { ...exampleClass().students[0]!, environment: '08' }],
  });
  await start(undefined, {
    'GET /assignments/firewall/class': { body: board },
    'POST /assignments/firewall/class/actions': {
      body: { accepted: ['07'], refused: [{ environment: '08', reason: 'It is being deleted.' }] },
    },
  });
  const { exitCode, stdout, stderr } = await run('message', 'firewall', 'Ten minutes left.');
  expect(stdout.toString()).toContain('Done for 07.');
  expect(stderr).toContain('08: It is being deleted.');
  expect(exitCode).toBe(2);
  const sent = server.requests.find(({ method }) => method === 'POST');
  expect(sent?.body).toEqual({
    action: 'message',
    environments: ['07', '08'],
    text: 'Ten minutes left.',
  });
});

test('rules that are not named stay as they are', async () => {
  const policy = { deadline: '2026-12-04T23:59:00.000Z', idleMinutes: 60 };
  await start(undefined, {
    'GET /assignments/firewall/class': { body: exampleClass({ policy }) },
    'PUT /assignments/firewall/class/policy': ({ body }) => ({ body }),
  });
  const exam = ['--exam-start', '2026-12-01T10:00:00+01:00', '--exam-end', '2026-12-01T10:30:00Z'];
  const { exitCode, stdout } = await run('rules', 'firewall', '--idle', '30', ...exam);
  expect(exitCode).toBe(0);
  expect(stdout.toString()).toContain(
    'Exam: from 2026-12-01T09:00:00.000Z to 2026-12-01T10:30:00.000Z',
  );
  expect(server.requests.at(-1)?.body).toEqual({
    deadline: policy.deadline,
    idleMinutes: 30,
    exam: { startsAt: '2026-12-01T09:00:00.000Z', endsAt: '2026-12-01T10:30:00.000Z' },
  });
  const local = await run('rules', 'firewall', '--deadline', '2026-12-04 23:59');
  expect(local.stderr).toContain('Write it with its zone');
  expect(local.exitCode).toBe(2);
});
