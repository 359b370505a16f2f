import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callApi } from './support/api.ts';
import { createAccount, findBarriers, newPage, openBrowser, signIn } from './support/browser.ts';
import {
  card,
  countColours,
  createAssignment,
  openDesign,
  removeCourse,
  terminalText,
  typeCommand,
} from './support/design.ts';
import type { Assignment } from './support/design.ts';
import { killServer } from './support/services.ts';
import { eventually } from './support/views.ts';

let browser: Browser;
let page: Page;
let lab: Assignment;
const create = (what: string) => page.getByRole('button', { name: what, exact: false }).first();
const consoles = () => page.getByRole('region', { name: 'Consoles' });
const blueprint = async () =>
  (await callApi<{ blueprint: string }>('GET', `/environments/${lab.slug}/dev/blueprint`))
    .blueprint;

beforeAll(async () => {
  browser = await openBrowser();
  page = await newPage(browser);
  await signIn(page, await createAccount());
  lab = await createAssignment();
});
afterAll(async () => {
  await removeCourse(lab);
  await browser.close();
});

/** One lab from its first element to its last; each test goes on where the one before ended. */
describe('an instructor builds a lab on the canvas', { timeout: 600_000 }, () => {
  test('an empty canvas says what can be made', async () => {
    await openDesign(page, lab);
    await page.getByText('What should be in this lab?').waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  test('a press of Create container makes a running one and opens its terminal', async () => {
    await create('Create container').click();
    await card(page, 'machine', 'ready').waitFor({ timeout: 60_000 });
    await eventually(
      'there is a prompt',
      () => terminalText(page),
      (text) => text.includes('$'),
    );
    // By its own name, even in the first moment of its life.
    expect(await terminalText(page)).toContain('@machine:');
    await typeCommand(page, 'echo $((6*7)) > answer; cat answer', /^42\s*$/m);
    expect(await blueprint()).toMatch(/machine:/);
  });

  test('a double press makes one more, not two', async () => {
    await create('Create container').dblclick();
    await card(page, 'machine-2').waitFor();
    await card(page, 'machine-2', 'ready').waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1_000);
    expect(await page.getByRole('article', { name: /^machine-3/ }).count()).toBe(0);
  });

  test('a size is changed in the panel and holds in the machine', async () => {
    await consoles().getByRole('button', { name: 'machine terminal', exact: true }).click();
    await card(page, 'machine').click();
    const memory = page.getByLabel('Memory', { exact: true });
    await memory.fill('768MiB');
    await memory.press('Enter');
    await eventually('the lab has it', blueprint, (text) => text.includes('768MiB'));
    await eventually(
      'the machine has it',
      async () => {
        await typeCommand(page, 'clear; free -m | grep Mem', /Mem:/);
        return terminalText(page);
      },
      (text) => /Mem:\s+768/.test(text),
    );
  });

  test('less than the image needs is refused beside the field', async () => {
    const memory = page.getByLabel('Memory', { exact: true });
    await memory.fill('10MiB');
    await memory.press('Enter');
    await page
      .getByText(/64 ?MiB/)
      .first()
      .waitFor();
    expect(await blueprint()).toContain('768MiB');
    await memory.fill('768MiB');
    await memory.press('Enter');
  });

  test('a mistake in lab.yaml keeps the canvas at its last good state', async () => {
    await page.getByText('lab.yaml', { exact: true }).first().click();
    const editor = page.getByRole('textbox', { name: 'lab.yaml' });
    await editor.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nnonsense: [');
    await page
      .getByText(/stays at the last good state/)
      .first()
      .waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('No problems. The canvas shows this file.').waitFor();
    await page.getByText('Canvas', { exact: true }).first().click();
    await card(page, 'machine', 'ready').waitFor();
  });

  test('after the server was killed the same shell is back', async () => {
    await typeCommand(page, 'mark=still-here; echo set-$mark', /set-still-here/);
    await killServer();
    await eventually(
      'the shell answers again',
      async () => {
        await typeCommand(page, 'echo "[$mark]"', /\[still-here\]/);
        return true;
      },
      Boolean,
      90_000,
    );
  });

  test('deleting waits in the plan, also after a reload, and says that data goes', async () => {
    await consoles().getByRole('button', { name: 'machine-2 terminal', exact: true }).click();
    await typeCommand(page, 'echo hours-of-work > ~/work; sync; cat ~/work', /^hours-of-work/m);
    await card(page, 'machine-2').click();
    await page.keyboard.press('Delete');
    const plan = page.getByRole('region', { name: 'Pending plan' });
    await plan.getByText(/delete machine-2 and its data/).waitFor();
    await page.reload();
    await plan.getByText(/delete machine-2 and its data/).waitFor();
    await plan.getByRole('button', { name: /^Apply/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText('A checkpoint of the whole lab is taken first', { exact: false })
      .waitFor();
    await dialog.getByRole('button', { name: /^Apply/ }).click();
    await card(page, 'machine-2').waitFor({ state: 'detached', timeout: 60_000 });
    await eventually('the lab lacks it', blueprint, (text) => !text.includes('machine-2'));
  });

  test('undo of a deletion brings the element back with what was on it', async () => {
    await card(page, 'machine').click();
    await page.keyboard.press('Control+d');
    await card(page, 'machine-2', 'ready').waitFor({ timeout: 60_000 });
    await card(page, 'machine-2').getByRole('button', { name: 'Console' }).click();
    // What is typed before there is a shell goes nowhere, or into the terminal that was in front.
    await eventually(
      'its shell is there',
      () => terminalText(page),
      (text) => text.includes('@machine-2:'),
    );
    await typeCommand(page, 'echo hours-of-work > ~/work; sync; cat ~/work', /^hours-of-work/m);
    await card(page, 'machine-2').click();
    await page.keyboard.press('Delete');
    const plan = page.getByRole('region', { name: 'Pending plan' });
    await plan.getByRole('button', { name: /^Apply/ }).click();
    const asked = page.waitForRequest(
      (request) => request.method() === 'PUT' && request.url().endsWith('/blueprint'),
    );
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Apply/ })
      .click();
    await asked;
    // What can be undone outlives a reload, also one before the page was answered where the work is kept.
    await page.reload();
    await eventually('the lab lacks it', blueprint, (text) => !text.includes('machine-2'));
    await card(page, 'machine-2').waitFor({ state: 'detached', timeout: 60_000 });
    await page.getByRole('button', { name: 'Undo' }).click();
    await card(page, 'machine-2', 'ready').waitFor({ timeout: 60_000 });
    await card(page, 'machine-2').getByRole('button', { name: 'Console' }).click();
    await eventually(
      'its shell is there again',
      () => terminalText(page),
      (text) => text.includes('@machine-2:'),
    );
    await typeCommand(page, 'clear; cat ~/work', /^hours-of-work/m);
    await card(page, 'machine-2').click();
    await page.keyboard.press('Delete');
    await plan.getByRole('button', { name: /^Apply/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Apply/ })
      .click();
    await eventually('the lab lacks it again', blueprint, (text) => !text.includes('machine-2'));
  });

  test('undo of something made waits in the plan like any deletion', async () => {
    const networks = async () => ((await blueprint()).match(/subnet:/g) ?? []).length;
    await create('Add network').click();
    await eventually('there is a network', networks, (count) => count === 2);
    await page.getByRole('button', { name: 'Undo' }).click();
    const plan = page.getByRole('region', { name: 'Pending plan' });
    await plan.getByText('delete network').waitFor();
    expect(await networks()).toBe(2);
    await plan.getByRole('button', { name: /^Apply/ }).click();
    await eventually('it is gone again', networks, (count) => count === 1);
  });

  test('Create app brings a cluster, and shows its page', async () => {
    await create('Create app').click();
    await card(page, 'cluster', 'ready').waitFor({ timeout: 180_000 });
    const frame = consoles().frameLocator('iframe');
    await frame.getByText('Welcome to Labcast').first().waitFor({ timeout: 60_000 });
  });

  test('Create VM shows a screen with something on it', async () => {
    await create('Create VM').click();
    await card(page, 'vm').waitFor();
    await card(page, 'vm', 'ready').waitFor({ timeout: 420_000 });
    await eventually(
      'the screen shows text',
      () => countColours(page),
      (count) => count > 1,
      60_000,
    );
  });

  test('a desktop shows its picture', async () => {
    await page.getByRole('button', { name: 'Create container: choose the image' }).click();
    await page
      .getByRole('option', { name: /desktop/ })
      .first()
      .click();
    await card(page, 'desktop').waitFor();
    await card(page, 'desktop', 'ready').waitFor({ timeout: 120_000 });
    await eventually(
      'the desktop is drawn',
      () => countColours(page),
      (count) => count > 20,
      60_000,
    );
  });

  test('reload and back keep what is selected and open', async () => {
    const address = page.url();
    await page.reload();
    await card(page, 'machine', 'ready').waitFor({ timeout: 120_000 });
    expect(page.url()).toBe(address);
    await page.getByText('Connecting').waitFor({ state: 'detached' });
    expect(await findBarriers(page, '.xterm', 'canvas', 'iframe')).toEqual([]);
  });
});
