import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount, newPage, signIn } from './support/browser.ts';
import { card, openDesign, terminalText, typeCommand } from './support/design.ts';
import type { Assignment } from './support/design.ts';
import { labcastOk } from './support/labcast.ts';
import { addToCourse } from './support/people.ts';
import { openPlainHttpLab } from './support/plainHttpLab.ts';
import type { PlainHttpLab } from './support/plainHttpLab.ts';
import type { PlainHttpProxy } from './support/plainHttpProxy.ts';
import { eventually } from './support/views.ts';

const text = `version: 1
networks:
  lan: { subnet: 10.0.1.0/24, internet: false }
elements:
  web: { kind: container, image: debian-12, memory: 256MiB, networks: [lan] }
  desk: { kind: container, image: desktop, memory: 768MiB, networks: [lan] }
`;

let opened: PlainHttpLab;
let browser: Browser;
let line: PlainHttpProxy;
let page: Page;
let lab: Assignment;

beforeAll(async () => {
  opened = await openPlainHttpLab(text);
  ({ browser, line, page, lab } = opened);
  await openDesign(page, lab);
  await card(page, 'web', 'ready').waitFor({ timeout: 120_000 });
  await card(page, 'desk', 'ready').waitFor({ timeout: 120_000 });
});
afterAll(() => opened.remove());

const toolbar = (name: string) => page.getByRole('toolbar', { name: `Tools of ${name}` });
const focusedTool = () =>
  page.evaluate(() =>
    document.activeElement?.closest('[role="toolbar"]')?.getAttribute('aria-label'),
  );

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.reverse()) await page.keyboard.up(key);
}

const overlay = () => page.getByText(/^(Connection lost|The Labcast server has not answered)/);

async function untilPrompt(): Promise<void> {
  await eventually(
    'there is a prompt',
    () => terminalText(page),
    (shown) => shown.includes('$'),
  );
}

/** Each test goes on where the one before ended. */
describe('a console', { timeout: 300_000 }, () => {
  test('is the same shell after the line was cut, and says meanwhile what happens', async () => {
    await card(page, 'web').getByRole('button', { name: 'Console' }).click();
    await untilPrompt();
    await typeCommand(page, 'mark=still-here; echo set-$mark', /set-still-here/);
    line.cut();
    await overlay().waitFor();
    await page.keyboard.type('lost');
    await page.getByText('What you type meanwhile is dropped.').waitFor();
    expect(await terminalText(page)).toContain('set-still-here');
    line.mend();
    await overlay().waitFor({ state: 'detached', timeout: 60_000 });
    await typeCommand(page, 'echo "[$mark]"', /\[still-here\]/);
    expect(await terminalText(page)).not.toContain('lostecho');
  });

  test('names who looks on, and that one goes', async () => {
    const colleague = await createAccount(false);
    await addToCourse(lab.course, colleague, 'instructor');
    const other = await newPage(browser, { baseURL: line.url });
    await signIn(other, colleague);
    await other.goto(`/c/${lab.slug}.dev/web/terminal`);
    await eventually(
      'the colleague sees the same screen',
      () => terminalText(other),
      (shown) => shown.includes('still-here'),
    );
    await page.getByText(/is here and can type$/).waitFor();
    await other.context().close();
    await page.getByText(/is here and can type$/).waitFor({ state: 'detached', timeout: 60_000 });
  });

  test('of dev is offered to no assistant, and says so to who has its address', async () => {
    const assistant = await createAccount(false);
    await addToCourse(lab.course, assistant, 'assistant');
    const other = await newPage(browser, { baseURL: line.url });
    await signIn(other, assistant);
    await openDesign(other, lab);
    await card(other, 'web', 'ready').waitFor();
    expect(await card(other, 'web').getByRole('button', { name: 'Console' }).count()).toBe(0);
    expect(await other.getByRole('button', { name: 'Open a console' }).count()).toBe(0);
    expect(await other.getByRole('button', { name: 'Actions of web' }).count()).toBe(0);
    await other.goto(`/c/${lab.slug}.dev/web/terminal`);
    await other.getByText('You are not permitted in here.').waitFor();
    await other.context().close();
  });

  test('of a stopped machine says so, and starts it by a press', async () => {
    await labcastOk(['stop', lab.handle, 'web']);
    await page.getByText('web is stopped.').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Start web' }).click();
    await page.getByText('web is stopped.').waitFor({ state: 'detached', timeout: 60_000 });
    await eventually(
      'there is a new shell',
      async () => {
        await typeCommand(page, 'echo "[$mark]"', /\[\]/);
        return true;
      },
      Boolean,
      60_000,
    );
  });

  test('full screen keeps its tools at the edge, and the keys lead to them', async () => {
    await toolbar('web terminal').getByRole('button', { name: 'Full' }).click();
    const leave = toolbar('web terminal').getByRole('button', { name: 'Leave full screen' });
    await leave.waitFor();
    const top = async () => (await toolbar('web terminal').boundingBox())!;
    // Inside the machine only a narrow edge is left of them.
    await eventually('the tools are away', top, ({ y, height }) => y + height < 10);
    await page.getByText('Ctrl+Alt+Shift leaves this console').first().waitFor();
    await press('Control', 'Alt', 'Shift');
    await eventually(
      'the focus is on the tools',
      focusedTool,
      (name) => name === 'Tools of web terminal',
    );
    await eventually('the tools are here', top, ({ y }) => y === 0);
    await leave.click();
    await toolbar('web terminal').getByRole('button', { name: 'Full', exact: true }).waitFor();
  });

  test('over plain HTTP a box takes text for the machine, and says why there is one', async () => {
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await card(page, 'desk').getByRole('button', { name: 'Console' }).click();
    await page.locator('canvas:visible').last().waitFor();
    await toolbar('desk screen').getByRole('button', { name: 'Clipboard' }).click();
    await page.getByText('This page is not served over HTTPS', { exact: false }).waitFor();
    await page.getByLabel('Copied last in the machine').waitFor();
    await page.getByLabel('Text for the machine').fill('words for the machine');
    await page.getByRole('button', { name: 'Put into its clipboard' }).click();
    await page.getByText('It is in the clipboard of the machine.').waitFor();
  });
});
