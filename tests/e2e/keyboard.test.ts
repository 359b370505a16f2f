import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callApi } from './support/api.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { card, removeCourse, terminalText } from './support/design.ts';
import type { Assignment } from './support/design.ts';
import { chooseItem, describeFocus, isFocused, pressOn, tabTo } from './support/keyboard.ts';
import { eventually } from './support/views.ts';

const unique = randomBytes(4).toString('hex');
const courseName = `Keyboard ${unique}`;
let browser: Browser;
let page: Page;
let lab: Assignment | undefined;

const canvas = () => page.getByLabel(/^Canvas, \d+ element/);
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const keys = () => page.getByRole('dialog', { name: /^Keys/ });
const plan = () => page.getByRole('region', { name: 'Pending plan' });
const blueprint = async () =>
  (await callApi<{ blueprint: string }>('GET', `/environments/${lab?.slug ?? ''}/dev/blueprint`))
    .blueprint;
const wiresTo = (network: string, text: string) =>
  (text.match(new RegExp(`\\bname: ${network}\\b|[[,] ?${network}\\b|- ${network}\\b`, 'g')) ?? [])
    .length;
const inTerminal = () =>
  page.evaluate(() => document.activeElement?.closest('.xterm')?.checkVisibility() === true);

async function leaveConsole(): Promise<void> {
  for (const key of ['Control', 'Alt', 'Shift']) await page.keyboard.down(key);
  for (const key of ['Shift', 'Alt', 'Control']) await page.keyboard.up(key);
  await eventually('the focus is out', inTerminal, (isInside) => !isInside);
}

beforeAll(async () => {
  browser = await openBrowser();
  page = await newPage(browser);
  page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  if (lab) await removeCourse(lab);
  await browser.close();
});

/** One story from the first link to the deletion; nothing in it touches a mouse. */
describe('a lab is built without a mouse', { timeout: 180_000 }, () => {
  test('the setup link leads to an account', async () => {
    const { url } = await callApi<{ url: string }>('POST', '/setup-links');
    await page.goto(new URL(url).pathname);
    await page.getByLabel('Your name').waitFor();
    expect(await isFocused(page.getByLabel('Your name'))).toBe(true);
    await page.keyboard.type(`Keyboard ${unique}`);
    await page.keyboard.press('Tab');
    await page.keyboard.type(`keyboard-${unique}`);
    await tabTo(page, page.getByLabel('Password', { exact: true }));
    await page.keyboard.type(`password of ${unique}`);
    await page.keyboard.press('Enter');
    await pressOn(page, page.getByRole('link', { name: 'To the courses, without it' }));
  });

  test('a course and an assignment are made', async () => {
    await pressOn(page, button('New course'));
    await page.getByRole('dialog').waitFor();
    await eventually(
      'the name has the focus',
      () => describeFocus(page),
      (text) => text.startsWith('input'),
    );
    await page.keyboard.type(courseName);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/courses\//);
    await pressOn(page, page.getByRole('link', { name: 'New assignment' }));
    await page.getByLabel('Name', { exact: true }).waitFor();
    await page.keyboard.type('Firewall basics');
    const origins = page.getByRole('radio');
    await tabTo(page, origins.and(page.locator(':checked')));
    const blank = page.getByRole('radio', { name: /blank/i });
    for (let step = 0; step < 6 && !(await blank.isChecked()); step++)
      await page.keyboard.press('ArrowDown');
    await pressOn(page, button('Create'));
    await page.waitForURL(/\/a\/.+\/design/);
    const [, slug = ''] = /\/a\/([^/]+)\/design/.exec(page.url()) ?? [];
    const { handle, course } = await callApi<{ handle: string; course: { slug: string } }>(
      'GET',
      `/assignments/${slug}`,
    );
    lab = { slug, handle, course: course.slug, courseName };
  });

  test('key 1 makes a container, and its console takes typing', async () => {
    await tabTo(page, canvas());
    await page.keyboard.press('1');
    await card(page, 'machine', 'ready').waitFor({ timeout: 60_000 });
    await eventually('the focus is in the terminal', inTerminal, Boolean);
    await eventually(
      'there is a prompt',
      () => terminalText(page),
      (text) => text.includes('$'),
    );
    await page.keyboard.type('echo $((6*7))\n');
    await eventually(
      'it answers',
      () => terminalText(page),
      (text) => /^42\s*$/m.test(text),
    );
  });

  test('Tab stays in the console, Ctrl+Alt+Shift leads out, Escape leads back', async () => {
    await page.keyboard.press('Tab');
    expect(await inTerminal()).toBe(true);
    await page.getByText('Ctrl+Alt+Shift leaves this console').first().waitFor();
    await leaveConsole();
    expect(await describeFocus(page)).toContain('button');
    await page.keyboard.press('Escape');
    await eventually('the focus is back inside', inTerminal, Boolean);
    await leaveConsole();
  });

  test('a console with the focus is framed, and keeps rows to read in a low window', async () => {
    const frame = page.getByRole('group', { name: /^machine terminal\./ });
    await tabTo(page, frame);
    const ring = await frame.evaluate((box) => getComputedStyle(box, '::after').boxShadow);
    expect(ring).not.toBe('none');
    // A window of 1440 by 900 at 200 %.
    await page.setViewportSize({ width: 720, height: 450 });
    await eventually(
      'there is room for some rows',
      () => frame.boundingBox(),
      (box) => (box?.height ?? 0) > 80,
    );
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('E leads to the panel, where the memory is changed', async () => {
    await tabTo(page, canvas(), 'Shift+Tab');
    await page.keyboard.press('e');
    await tabTo(page, page.getByLabel('Memory', { exact: true }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type('768MiB');
    await page.keyboard.press('Enter');
    await eventually('the lab has it', blueprint, (text) => text.includes('768MiB'));
  });

  test('Escape leads from the panel back to the canvas', async () => {
    await page.keyboard.press('Escape');
    await eventually('the canvas has the focus', () => isFocused(canvas()), Boolean);
  });

  test('L shows the list, where things are made and wired', async () => {
    await page.keyboard.press('l');
    await page.getByRole('table', { name: 'Elements of this lab' }).waitFor();
    await pressOn(page, button('Add network').filter({ visible: true }));
    await page.getByText(/^network, 10\./).waitFor();
    await pressOn(page, button('Actions of machine'));
    await chooseItem(page, page.getByRole('menuitem', { name: 'Connect to network' }));
    await eventually('the lab has the wire', blueprint, (text) => wiresTo('network', text) === 1);
  });

  test('? shows the keys in the list too, and Escape closes them', async () => {
    await page.keyboard.press('?');
    await keys().getByText('In consoles').waitFor();
    await page.keyboard.press('Escape');
    await keys().waitFor({ state: 'detached' });
  });

  test('undo takes the wire away, redo brings it back', async () => {
    const before = await blueprint();
    await pressOn(page, button('Undo'));
    await eventually(
      'it waits or is gone',
      async () => (await plan().count()) > 0 || wiresTo('network', await blueprint()) === 0,
      Boolean,
    );
    await pressOn(page, button('Redo'));
    await eventually(
      'it is as before',
      async () => (await plan().count()) === 0 && (await blueprint()) === before,
      Boolean,
    );
  });

  test('Shift+F10 opens the menu of a card, which connects as well', async () => {
    await tabTo(page, page.getByRole('radio', { name: 'List' }), 'Shift+Tab');
    await page.keyboard.press('ArrowLeft');
    await tabTo(page, canvas());
    await page.keyboard.press('1');
    await card(page, 'machine-2', 'ready').waitFor({ timeout: 60_000 });
    await eventually('its terminal has the focus', inTerminal, Boolean);
    await leaveConsole();
    await tabTo(page, canvas(), 'Shift+Tab');
    await page.keyboard.press('Shift+F10');
    await chooseItem(page, page.getByRole('menuitem', { name: 'Connect to lan' }));
    await eventually('the lab has the wire', blueprint, (text) => wiresTo('lan', text) === 2);
    await eventually('the canvas has the focus', () => isFocused(canvas()), Boolean);
  });

  test('arrows go to the neighbour, C opens its console', async () => {
    const chosen = () => new URL(page.url()).searchParams.get('sel');
    expect(chosen()).toBe('machine-2');
    await page.keyboard.press('ArrowLeft');
    await eventually(
      'the neighbour is chosen',
      () => Promise.resolve(chosen()),
      (name) => name === 'machine',
    );
    await page.keyboard.press('c');
    await eventually('its terminal has the focus', inTerminal, Boolean);
    await eventually(
      'it is the neighbour',
      () => terminalText(page),
      (text) => text.includes('machine:~$'),
    );
    await leaveConsole();
  });

  test('Y shows lab.yaml, where a mistake is told and mended', async () => {
    await tabTo(page, canvas(), 'Shift+Tab');
    await page.keyboard.press('y');
    const editor = page.getByRole('textbox', { name: 'lab.yaml' });
    await editor.waitFor();
    await eventually('the editor has the focus', () => isFocused(editor), Boolean);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nnonsense: [');
    await page
      .getByText(/stays at the last good state/)
      .first()
      .waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('No problems. The canvas shows this file.').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
    expect(await isFocused(editor)).toBe(false);
  });

  test('Delete puts an element into the plan, and Apply asks before its data goes', async () => {
    await tabTo(page, page.getByRole('radio', { name: 'lab.yaml' }), 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, canvas());
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    await plan()
      .getByText(/delete machine/)
      .waitFor();
    await pressOn(page, plan().getByRole('button', { name: /^Apply/ }));
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await eventually(
      'what changes nothing has the focus',
      () => isFocused(dialog.getByRole('button', { name: 'Not now' })),
      Boolean,
    );
    await pressOn(page, dialog.getByRole('button', { name: /^Apply/ }));
    await card(page, 'machine').waitFor({ state: 'detached', timeout: 60_000 });
    await eventually('the lab lacks it', blueprint, (text) => !/^ {2}machine:/m.test(text));
  });

  test('? shows the keys of the pipeline', async () => {
    await page.goto(`/a/${lab?.slug ?? ''}/pipeline`);
    await page.getByRole('button', { name: 'Keys', exact: true }).waitFor();
    await page.keyboard.press('?');
    await keys().getByText('These keys').waitFor();
    await page.keyboard.press('Escape');
    await keys().waitFor({ state: 'detached' });
  });

  test('? is for the machine inside of a console alone, and shows the keys outside', async () => {
    await page.goto(`/c/${lab?.slug ?? ''}.dev/machine-2/terminal`);
    await eventually('the focus is in the terminal', inTerminal, Boolean);
    await eventually(
      'there is a prompt',
      () => terminalText(page),
      (text) => text.includes('$'),
    );
    await page.keyboard.type('echo a?b\n');
    await eventually(
      'it got the key',
      () => terminalText(page),
      (text) => /^a\?b\s*$/m.test(text),
    );
    expect(await keys().count()).toBe(0);
    await leaveConsole();
    await page.keyboard.press('?');
    await keys().getByText('Leave it, to its tools').waitFor();
    await page.keyboard.press('Escape');
    await keys().waitFor({ state: 'detached' });
  });
});
