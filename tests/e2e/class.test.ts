import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callApi } from './support/api.ts';
import { createAccount, findBarriers, newPage, openBrowser, signIn } from './support/browser.ts';
import { createAssignment, removeCourse, type Assignment } from './support/design.ts';
import { labcastOk } from './support/labcast.ts';
import { isReady, labWithCheck, makeRelease } from './support/pipeline.ts';
import { eventually } from './support/views.ts';

let browser: Browser;
let page: Page;
let lab: Assignment;
const long = { timeout: 240_000 };
const tile = (number: string, state = '') =>
  page.getByRole('option', { name: new RegExp(`^${number}\\b.*${state}`) });
const button = (name: string | RegExp) => page.getByRole('button', { name });

async function opensConsoleOf(environment: string): Promise<void> {
  // Until the page has read which machines a lab has, the key does nothing.
  const opened = await eventually(
    'C opens a console',
    async () => {
      const popup = page.waitForEvent('popup', { timeout: 5_000 });
      await page.keyboard.press('c');
      return popup;
    },
    () => true,
  );
  await opened.waitForURL(`**/c/${lab.slug}.${environment}/web/terminal`);
  await opened.close();
}

beforeAll(async () => {
  browser = await openBrowser();
  page = await newPage(browser);
  await signIn(page, await createAccount());
  lab = await createAssignment(labWithCheck('hello'));
  await isReady(lab, 'dev');
}, 300_000);
afterAll(async () => {
  await removeCourse(lab);
  await browser.close();
}, 240_000);

/** From no release to a class that was updated; each test goes on where the one before ended. */
describe('an instructor gives a class its labs', { timeout: 400_000 }, () => {
  test('without a release the page leads to the pipeline', async () => {
    await page.goto(`/a/${lab.slug}/class`);
    await page.getByText('There is no release yet.').waitFor();
    await page.getByRole('link', { name: 'Go to the pipeline' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  test('the forecast stands under the button before it is pressed', async () => {
    await makeRelease(lab);
    await page.goto(`/a/${lab.slug}/class`);
    await page.getByLabel('Places').fill('3');
    await button('Deploy to 3 students').waitFor();
    await page.getByText(/until all are ready/).waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  test('a press gives three students their labs', async () => {
    await button('Deploy to 3 students').click();
    for (const number of ['01', '02', '03']) await tile(number, 'ready').waitFor(long);
    await page.getByText(/3 ready in .* slowest/).waitFor(long);
    expect(await findBarriers(page)).toEqual([]);
  });

  test('keys walk the tiles, select, open a student and go to the next', async () => {
    await tile('01').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await page.getByText('1 selected').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '02' }).waitFor();
    await page.waitForURL(/student=02/);
    await page.keyboard.press('j');
    await page.getByRole('dialog', { name: '03' }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('letters and digits of the board do what its dialog of keys says', async () => {
    await page.goto(`/a/${lab.slug}/class`);
    await tile('01').focus();
    await page.keyboard.press('/');
    const find = page.getByLabel('Find a student');
    await page.keyboard.type('02');
    expect(await find.inputValue()).toBe('02');
    await page.waitForURL(/q=02/);
    await find.fill('');
    await tile('03').focus();
    const groups = ['ready', 'starting', 'help', 'failed', 'idle'];
    for (const [index, group] of groups.entries()) {
      await page.keyboard.press(String(index + 2));
      await page.waitForURL(new RegExp(`state=${group}`));
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    }
    await page.keyboard.press('1');
    await page.waitForURL((url) => !url.search.includes('state='));
    await tile('03').focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('These keys').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await tile('03').focus();
    await page.keyboard.press('m');
    await page.getByRole('dialog', { name: /^Message/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await tile('03').focus();
    await opensConsoleOf('03');
  });

  test('J opens the first student, and C is about who is open', async () => {
    await page.goto(`/a/${lab.slug}/class`);
    await tile('01').waitFor();
    await page.keyboard.press('j');
    await page.getByRole('dialog', { name: '01' }).waitFor();
    await opensConsoleOf('01');
    await page.keyboard.press('j');
    await page.getByRole('dialog', { name: '02' }).waitFor();
    await page.keyboard.press('k');
    await page.getByRole('dialog', { name: '01' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('the table has the same keys as the tiles', async () => {
    await page.goto(`/a/${lab.slug}/class?view=table`);
    await page.getByRole('table').getByRole('button', { name: '01' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByText('1 selected').waitFor();
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('2 selected').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('2 selected').waitFor({ state: 'detached' });
    await opensConsoleOf('03');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '03' }).waitFor();
  });

  test('filters stand in the address, and lead back', async () => {
    await page.goto(`/a/${lab.slug}/class?q=02`);
    await tile('02').waitFor();
    expect(await page.getByRole('option').count()).toBe(1);
    await page.goto(`/a/${lab.slug}/class?state=failed`);
    await button('Show all').click();
    await tile('03').waitFor();
  });

  test('one student is reset, after a checkpoint', async () => {
    await page.goto(`/a/${lab.slug}/class?student=01`);
    const drawer = page.getByRole('dialog', { name: '01' });
    await drawer.getByRole('button', { name: 'Reset…' }).click();
    await page.getByRole('button', { name: 'Checkpoint and reset 1 student' }).click();
    await drawer.getByText('before a reset').waitFor(long);
    await isReady(lab, '01');
  });

  test('the drawer tells each check with its time, and runs them', async () => {
    const drawer = page.getByRole('dialog', { name: '01' });
    await drawer.getByText('not tried yet').waitFor();
    await drawer.getByRole('button', { name: 'Check now' }).click();
    await drawer.getByText('just now').first().waitFor(long);
    await drawer.getByRole('button', { name: 'Reset web' }).click();
    const reset = page.getByRole('dialog', { name: 'Reset 1 student' });
    expect(await reset.getByLabel('web').isChecked()).toBe(true);
    expect(await reset.getByLabel('db').isChecked()).toBe(false);
    await reset.getByRole('button', { name: 'Not now' }).click();
    expect(await findBarriers(page)).toEqual([]);
  });

  test('a student is joined to look on, or to take part', async () => {
    await page.getByRole('dialog', { name: '01' }).getByRole('button', { name: 'Join' }).click();
    await page.getByRole('menuitem', { name: 'Look on' }).click();
    await page.getByText('You view only').waitFor(long);
    await page.goBack();
    await page.getByRole('dialog', { name: '01' }).getByRole('button', { name: 'Join' }).click();
    await page.getByRole('menuitem', { name: 'Take part' }).click();
    await page.getByRole('button', { name: 'View only' }).waitFor(long);
  });

  test('an update says whose work is touched before it does anything', async () => {
    await callApi('PUT', `/environments/${lab.slug}/dev/blueprint`, {
      blueprint: labWithCheck('hello').replace('title: One page', 'title: Another page'),
      allowDataLoss: false,
    });
    await makeRelease(lab);
    const plans: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/rollouts/plan')) plans.push(request.postData() ?? '');
    });
    await page.goto(`/a/${lab.slug}/class`);
    await page.getByText('r2 is newer than what 3 students have.').waitFor();
    await page.getByRole('link', { name: 'Update to r2' }).click();
    await page.getByRole('heading', { name: 'Update to r2' }).waitFor();
    await page.getByText('Nothing has happened yet.').waitFor();
    await page
      .getByRole('heading', { name: /^\d students?: / })
      .first()
      .waitFor(long);
    expect(await findBarriers(page)).toEqual([]);
    // What happens in the class asks for no new plan, which reads the disks of all.
    await labcastOk(['extend', `${lab.handle}/01`, '5']);
    // One of them by the clock, the other for the event.
    for (let read = 0; read < 2; read++)
      await page.waitForResponse((response) => response.url().endsWith('/class'), long);
    expect(plans).toHaveLength(1);
  });

  test('students are deleted only after the name was typed', async () => {
    await page.goto(`/a/${lab.slug}/class`);
    await tile('03').focus();
    await page.keyboard.press('Space');
    await button(/^More$/).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    const deed = button('Delete 1 student');
    expect(await deed.isDisabled()).toBe(true);
    await page.getByLabel('Type the name to confirm').fill('Firewall basics');
    await deed.click();
    await tile('03').waitFor({ state: 'detached', ...long });
  });
});
