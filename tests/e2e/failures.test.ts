import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount, newPage, openBrowser, signIn } from './support/browser.ts';
import { fillClass, openDev, startRollout, untilRolledOut } from './support/classroom.ts';
import { removeCourse, type Assignment } from './support/design.ts';
import { labcastOk } from './support/labcast.ts';
import { makeRelease } from './support/pipeline.ts';

const blueprint = `version: 1
title: One page
elements:
  web: { kind: container, image: debian-12, memory: 256MiB }
`;
const long = { timeout: 240_000 };

let browser: Browser;
let page: Page;
let lab: Assignment;

const inWeb = (place: string, ...command: string[]) =>
  labcastOk(['exec', place, 'web', '--', ...command]);

/** An update whose script works on nobody: every student has touched what it changes. */
beforeAll(async () => {
  browser = await openBrowser();
  lab = await openDev(blueprint);
  await fillClass(lab, 2);
  for (const place of ['01', '02']) await inWeb(`${lab.handle}/${place}`, 'touch', '/root/own');
  await inWeb(lab.handle, 'touch', '/root/of-the-later-release');
  await makeRelease(lab);
  const script = 'test -e /root/mended || { echo not mended; exit 3; }';
  const rollout = await startRollout(lab, {
    kind: 'update',
    canary: false,
    choices: { default: 'script' },
    script,
  });
  await untilRolledOut(lab, rollout);
  page = await newPage(browser);
  await signIn(page, await createAccount());
}, 900_000);
afterAll(async () => {
  await removeCourse(lab);
  await browser.close();
}, 240_000);

test('failures are one line for each cause, and a press tries its students again', async () => {
  await page.goto(`/a/${lab.slug}/class`);
  const failures = page.getByRole('list', { name: 'Failures by cause' });
  await failures.getByText(/^2 students: The script did not work on web\..*not mended/).waitFor();
  expect(await failures.getByRole('listitem').count()).toBe(1);

  await inWeb(`${lab.handle}/01`, 'touch', '/root/mended');
  await failures.getByRole('button', { name: 'Retry 2' }).click();
  await failures.getByText(/^1 student: /).waitFor(long);

  await inWeb(`${lab.handle}/02`, 'touch', '/root/mended');
  await failures.getByRole('button', { name: 'Retry 1' }).click();
  await failures.waitFor({ state: 'detached', ...long });
  await page.getByText(/2 ready in/).waitFor(long);
}, 600_000);
