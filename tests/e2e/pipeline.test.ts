import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callApi } from './support/api.ts';
import { createAccount, findBarriers, newPage, openBrowser, signIn } from './support/browser.ts';
import { createAssignment, removeCourse, type Assignment } from './support/design.ts';
import { isReady, labWithCheck } from './support/pipeline.ts';

let browser: Browser;
let page: Page;
let lab: Assignment;
const long = { timeout: 90_000 };
const run = (number: number) => page.getByRole('region', { name: new RegExp(`^Run ${number} `) });
const stage = (name: string, state: string) =>
  page.getByRole('button', { name: new RegExp(`^${name} ?${state}`) });

beforeAll(async () => {
  browser = await openBrowser();
  page = await newPage(browser);
  await signIn(page, await createAccount());
  lab = await createAssignment(labWithCheck('welcome'));
  await isReady(lab, 'dev');
}, 300_000);
afterAll(async () => {
  await removeCourse(lab);
  await browser.close();
}, 180_000);

async function promoteDev(): Promise<void> {
  await page.getByRole('button', { name: /^Promote .*…$/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();
}

/** From the first checkpoint to a release; each test goes on where the one before ended. */
describe('an instructor proves a lab and promotes it', { timeout: 300_000 }, () => {
  test('before the first checkpoint the page says why one is worth making', async () => {
    await page.goto(`/a/${lab.slug}/pipeline`);
    await page.getByText('No checkpoint yet', { exact: true }).first().waitFor();
    await page.getByText('Prod is empty. The first promotion makes it.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  test('a checkpoint is taken by one press, and tells how long the lab stood still', async () => {
    await page.getByLabel('Note').fill('the first');
    await page.getByRole('button', { name: 'Checkpoint dev' }).click();
    await page.getByText(/c1 taken, the lab paused for \d/).waitFor(long);
    await page.getByText('unchanged since c1', { exact: true }).waitFor();
    await page.getByText('dev · the first').waitFor();
  });

  test('a failed check says what was expected and what was found, above the log', async () => {
    await promoteDev();
    await stage('Rehearse', 'failed').waitFor(long);
    const reason = run(1).getByRole('alert');
    await reason.getByText('Check "page says it" on web did not pass.').waitFor();
    expect(await reason.innerText()).toMatch(/Expected[\s\S]*welcome[\s\S]*Got[\s\S]*hello/);
    await page.getByRole('log').waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  test('its run and stage are in the address', async () => {
    await stage('Forecast', 'passed').click();
    await page.waitForURL(/run=1&stage=forecast/);
    await page.reload();
    await page.locator('[aria-current="step"]', { hasText: 'Forecast' }).waitFor();
    await page.getByText(/until all are ready/).waitFor();
  });

  test('what was mended passes, and becomes release r1 and prod', async () => {
    await callApi('PUT', `/environments/${lab.slug}/dev/blueprint`, {
      blueprint: labWithCheck('hello'),
      allowDataLoss: false,
    });
    await isReady(lab, 'dev');
    await page.goto(`/a/${lab.slug}/pipeline`);
    await promoteDev();
    await run(2).getByText('It is release r1.').waitFor(long);
    await page.getByRole('region', { name: 'Prod', exact: true }).getByText('r1').waitFor(long);
    await page.getByRole('link', { name: 'r1' }).first().click();
    await page.getByRole('heading', { name: 'Release r1' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  test('the run before stays readable', async () => {
    await page.goto(`/a/${lab.slug}/pipeline?run=1`);
    await run(1).getByText('Check "page says it" on web did not pass.').waitFor();
  });

  test('two checkpoints are compared by lab.yaml and by files', async () => {
    await page.goto(`/a/${lab.slug}/compare?from=c1&to=r1`);
    await page.getByRole('heading', { name: 'c1 beside r1' }).waitFor();
    await page.getByRole('heading', { name: 'Files', exact: true }).waitFor(long);
    expect(await findBarriers(page)).toEqual([]);
  });

  test('a checkpoint is restored after a question that has its safe answer in focus', async () => {
    await page.goto(`/a/${lab.slug}/pipeline`);
    await page.getByRole('button', { name: 'Restore… c1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('A checkpoint of dev is taken first').waitFor();
    const focused = page.locator(':focus');
    expect(await focused.innerText()).toBe('Not now');
    await dialog.getByRole('button', { name: /^Checkpoint, and restore c1/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('before a restore').waitFor(long);
  });

  test('keys walk the runs', async () => {
    await page.goto(`/a/${lab.slug}/pipeline`);
    await run(2).waitFor();
    await page.keyboard.press('[');
    await run(1).waitFor();
    await page.keyboard.press(']');
    await run(2).waitFor();
  });

  test('K takes one checkpoint, however long it is held, and R asks before it runs again', async () => {
    const checkpoints = async () =>
      (await callApi<{ checkpoints: unknown[] }>('GET', `/assignments/${lab.slug}/checkpoints`))
        .checkpoints.length;
    const before = await checkpoints();
    await page.keyboard.down('k');
    await page.keyboard.down('k');
    await page.keyboard.up('k');
    await page.getByText(/c\d+ taken, the lab paused for \d/).waitFor(long);
    expect(await checkpoints()).toBe(before + 1);
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('N goes to the next error of a log, and Ctrl+F finds in it', async () => {
    await page.goto(`/a/${lab.slug}/pipeline?run=1`);
    const log = page.getByRole('log');
    await log.locator('[data-current]').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Next error/ }).waitFor();
    await page.keyboard.press('n');
    await log.locator('[data-current]').waitFor();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('page says it');
    expect(await page.getByLabel('Find in the log').inputValue()).toBe('page says it');
    await log.locator('[data-found]').first().waitFor();
  });
});
