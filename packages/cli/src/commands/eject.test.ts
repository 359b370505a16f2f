import { afterEach, expect, test } from 'vitest';
import { exampleView } from '../testing/exampleViews.ts';
import type { FakeServer } from '../testing/fakeServer.ts';
import { refusal, startFakeServer } from '../testing/fakeServer.ts';
import { runLauncher } from '../testing/runLauncher.ts';

const ejection = '/environments/webserver/07/elements/router/eject';
let server: FakeServer;
afterEach(() => server.kill());

async function eject(...options: string[]) {
  const words = ['eject', 'webserver/07', 'router', ...options];
  const { exitCode, stdout, stderr } = await runLauncher(words, server);
  return { exitCode, stdout: stdout.toString(), stderr };
}

test('the disc of the machine that was named is ejected', async () => {
  server = await startFakeServer({ [`POST ${ejection}`]: { body: exampleView() } });
  expect(await eject()).toMatchObject({ exitCode: 0, stdout: 'The disc of router is out.\n' });
  expect(JSON.parse((await eject('--json')).stdout)).toEqual(exampleView());
  expect(server.requests.map(({ path }) => path)).toEqual([ejection, ejection]);
});

test.each([
  [400, 'request-invalid', 2],
  [409, 'element-not-running', 1],
])('a refusal with %i is told, and shows in the exit code', async (status, code, exitCode) => {
  const refused = refusal(status, code, 'There is no disc.');
  server = await startFakeServer({ [`POST ${ejection}`]: refused });
  const told = await eject();
  expect(told.exitCode).toBe(exitCode);
  expect(told.stderr).toContain('There is no disc.');
});
