import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createApiClient } from '@labcast/api-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exampleView } from '../testing/exampleViews.ts';
import { exampleClass, exampleStudent } from '../testing/exampleClass.ts';
import type { FakeServer } from '../testing/fakeServer.ts';
import { startFakeServer } from '../testing/fakeServer.ts';
import { launcher, runLauncher } from '../testing/runLauncher.ts';
import { buildProgram } from '../program.ts';
import { findCandidates } from './findCandidates.ts';
import { completionScripts } from './scripts.ts';

const parameters = ['cpu', 'memory'].map((name) => ({
  name,
  kind: 'size',
  default: '1',
  summary: name,
}));

const sections = ['B', 'A', 'B'].map((section) => exampleStudent({ section }));

let server: FakeServer;
beforeEach(async () => {
  const assignment = { name: 'webserver', type: 'webserver', environments: [exampleView()] };
  server = await startFakeServer({
    'GET /types': {
      body: { types: [{ name: 'webserver', summary: 'A web server.', parameters }] },
    },
    'GET /assignments': { body: { assignments: [assignment] } },
    'GET /courses': { body: { courses: [{ slug: 'networks-2-4f2c', name: 'Networks 2' }] } },
    'GET /images/uploads': { body: { uploads: [{ name: 'router' }] } },
    'GET /assignments/webserver/checkpoints': {
      body: { checkpoints: [{ number: 14, source: 'dev', reason: 'asked', note: '' }] },
    },
    'GET /assignments/webserver/releases': { body: { releases: [{ number: 2, note: '' }] } },
    'GET /assignments/webserver/pipeline': {
      body: { runs: [{ number: 22, state: 'failed', checkpoint: 14 }] },
    },
    'GET /assignments/webserver/class': { body: exampleClass({ students: sections }) },
    'GET /scenarios': { body: { scenarios: [{ name: 'lamp', summary: 'A shop.' }] } },
  });
  server.tell(exampleView());
});
afterEach(() => server.kill());

async function complete(...words: string[]): Promise<string[]> {
  const { LABCAST_URL: baseUrl = '', LABCAST_TOKEN: token = '' } = server.environment;
  const connect = () => Promise.resolve(createApiClient({ baseUrl, token }));
  const context = { json: false, connect };
  const candidates = await findCandidates(await buildProgram(context), words, context);
  return candidates.map(({ value }) => value);
}

test.each([
  [['rec'], ['receipt']],
  [['ru'], ['runs', 'run', 'rules']],
  [['create', ''], ['webserver']],
  [
    ['create', 'webserver', 'cpu=2', ''],
    ['memory=', 'name='],
  ],
  [['create', '--cpu', '2', 'web'], ['webserver']],
  [['create', '--cpu', ''], []],
  [['status', '--w'], ['--watch']],
  [['status', ''], ['webserver']],
  [
    ['exec', 'webserver', ''],
    ['cluster', 'web'],
  ],
  [['exec', 'webserver', 'cluster', '--', ''], []],
  [['eject', 'webserver', 'we'], ['web']],
  [
    ['forward', 'webserver', ''],
    ['cluster:', 'web:80'],
  ],
  [['open', 'webserver', ''], ['web']],
  [
    ['courses', 're'],
    ['rename', 'restore'],
  ],
  [['courses', 'delete', ''], ['networks-2-4f2c']],
  [['courses', 'delete', '--c'], ['--confirm']],
  [['types', 'show', ''], ['webserver']],
  [['scenarios', 'show', 'l'], ['lamp']],
  [['images', 'de'], ['delete']],
  [['images', 'delete', ''], ['upload/router']],
  [['images', 'upload', 'rou'], [':files']],
  [['promote', 'webserver', ''], ['c14']],
  [['restore', 'webserver', 'c'], ['c14']],
  [
    ['compare', 'webserver', 'c14', ''],
    ['r2', 'c14', 'dev'],
  ],
  [['run', 'webserver', ''], ['22']],
  [['approve', 'webserver', '2'], ['22']],
  [['deploy', 'webserver', '--release', ''], ['r2']],
  [
    ['update', 'webserver', '--section', ''],
    ['A', 'B'],
  ],
  [['deploy', 'webserver', '--roster', ''], [':files']],
  [['plan', '-f', ''], [':files']],
  [['apply', '-f', ''], [':files']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
])('after %j come %j', async (words, candidates) => {
  expect(await complete(...words)).toEqual(candidates);
});

test('a server that is away gives no candidates, no complaint and no failure', async () => {
  const { environment } = server;
  await server.kill();
  const result = await runLauncher(['complete', '--', 'status', ''], { environment });
  expect({ ...result, stdout: result.stdout.toString() }).toMatchObject({
    exitCode: 0,
    stdout: '',
    stderr: '',
  });
});

test.each([
  [`${launcher} create webserver na`, ['name=']],
  [`${launcher} forward webserver web:`, ['80']],
  [`${launcher} exec webserver `, ['cluster', 'web']],
  [`${launcher} status $(touch /nonexistent) `, []],
])('bash completes %s with %j', async (line, expected) => {
  const script = `${completionScripts.bash}
    compopt() { :; }
    COMP_LINE=$1 COMP_POINT=\${#1}
    _labcast "$2"
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await promisify(execFile)('bash', ['-c', script, 'bash', line, launcher], {
    env: { PATH: process.env.PATH, ...server.environment },
  });
  expect(stdout.split('\n').filter((text) => text !== '')).toEqual(expected);
});
