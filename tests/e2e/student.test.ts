import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { baseUrl, callApi } from './support/api.ts';
import {
  createAccount,
  findBarriers,
  newPage,
  openBrowser,
  signIn,
  type Account,
} from './support/browser.ts';
import { deployTo, openDev } from './support/classroom.ts';
import { removeCourse, terminalText, type Assignment } from './support/design.ts';
import { labcastOk } from './support/labcast.ts';
import { addToCourse } from './support/people.ts';
import { isReady, makeRelease } from './support/pipeline.ts';
import { eventually } from './support/views.ts';

const blueprint = `version: 1
title: Firewall basics
elements:
  web: { kind: container, image: debian-12, memory: 256MiB }
checks:
  - { name: page is there, on: web, run: cat /var/tmp/page, expect: { output: hello }, step: 1 }
solution:
  - { on: web, run: echo hello > /var/tmp/page }
instructions: |
  Welcome. <script>document.title = 'taken over'</script>

  ## Write the page
  It says *hello*:

  \`\`\`sh web
  echo hello > /var/tmp/page
  \`\`\`

  ## Look back
  All is done.
`;

interface Labs {
  readonly labs: readonly { readonly id: string; readonly environment: string }[];
}

let browser: Browser;
let lab: Assignment;
let student: Account;
let fellow: Account;
let assistant: Account;
let page: Page;
let own: Labs['labs'][number];
const long = { timeout: 120_000 };

beforeAll(async () => {
  browser = await openBrowser();
  lab = await openDev(blueprint);
  [student, fellow, assistant] = await Promise.all([
    createAccount(false),
    createAccount(false),
    createAccount(false),
  ]);
  await addToCourse(lab.course, student, 'student');
  await addToCourse(lab.course, fellow, 'student');
  await addToCourse(lab.course, assistant, 'assistant');
  await makeRelease(lab);
  await deployTo(lab, { people: [student.login] });
  page = await newPage(browser);
  await signIn(page, student);
  own = (await labsOf(page)).labs[0]!;
}, 900_000);
afterAll(async () => {
  await removeCourse(lab);
  await browser.close();
}, 300_000);

/** As the page itself would ask, with its session. */
async function labsOf(asker: Page): Promise<Labs> {
  return (await asker.request.get('/api/v1/labs')).json() as Promise<Labs>;
}

/** Each test goes on where the one before ended. */
describe('a student', { timeout: 300_000 }, () => {
  test('finds the lab on the first page, and its first console has the focus', async () => {
    // After the sign-in the only lab opens by itself, once.
    await page.waitForURL('**/labs/*');
    await page.goto('/');
    await page.getByRole('link', { name: 'Firewall basics', exact: true }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Firewall basics', exact: true }).click();
    await page.locator('.xterm-rows:visible').first().waitFor(long);
    await eventually(
      'there is a prompt',
      () => terminalText(page),
      (text) => text.includes('$') || text.includes('#'),
    );
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('xterm');
    expect(await page.title()).toContain('Firewall basics');
  });

  test('sees why a check does not pass, does the work by a press, and passes', async () => {
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Check page is there' }).click();
    await page.getByText('not yet').first().waitFor(long);
    await page.getByText('exit code 0 and "hello" in the output').waitFor();
    expect(await findBarriers(page, '.xterm')).toEqual([]);
    await page.getByRole('button', { name: 'Run in web' }).click();
    await eventually(
      'the command was typed',
      () => terminalText(page),
      (text) => text.includes('/var/tmp/page'),
    );
    await page.getByRole('button', { name: 'Check page is there' }).click();
    await page.getByText('passed', { exact: true }).first().waitFor(long);
    await page.getByText('1 earlier try').waitFor();
  });

  test('gets out of the console and through the steps by keyboard alone', async () => {
    await page.locator('.xterm:visible .xterm-helper-textarea').first().focus();
    await page.keyboard.press('Control+Alt+Shift');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
    await page.keyboard.press('i');
    await page.getByRole('button', { name: 'Instructions' }).waitFor();
    await page.getByRole('button', { name: 'Instructions' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Look back' }).waitFor();
  });

  test('asks for help, and sees who came', async () => {
    await page.getByRole('button', { name: 'Ask for help' }).click();
    await page.getByLabel('What is the matter?').fill('nft does not start');
    await page.getByRole('dialog').getByRole('button', { name: 'Ask for help' }).click();
    await page.getByText('You have asked for help').waitFor();
    const helper = await newPage(browser);
    await signIn(helper, assistant);
    await helper.goto(`/labs/${own.id}`);
    await helper.getByText('You view only').waitFor(long);
    await page
      .getByText(/is here/)
      .first()
      .waitFor(long);
    await helper.getByRole('button', { name: 'Help was given' }).click();
    await page.getByRole('button', { name: 'Ask for help' }).waitFor(long);
    await helper.context().close();
  });

  test('reads what the instructor tells, until it is dismissed', async () => {
    await callApi('POST', `/assignments/${lab.slug}/class/actions`, {
      action: 'message',
      environments: [own.environment],
      text: 'Five more minutes',
    });
    await page.getByText('Five more minutes').waitFor(long);
    expect(await findBarriers(page, '.xterm')).toEqual([]);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByText('Five more minutes').waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.xterm-rows:visible').first().waitFor(long);
    expect(await page.getByText('Five more minutes').count()).toBe(0);
  });

  test('is warned when the deadline is near', async () => {
    const policy = `/assignments/${lab.slug}/class/policy`;
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    await callApi('PUT', policy, { deadline: inMinutes(50) });
    await page.getByText(/^Due .* Then your work is frozen as it is/).waitFor(long);
    await callApi('PUT', policy, {});
    await page.getByText(/^Due /).waitFor({ state: 'detached', ...long });
  });

  test('stops it, starts it from the list of labs, and finds the work there', async () => {
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Stop now? Your work is kept.' }).click();
    await page.getByRole('heading', { name: 'This lab is stopped' }).waitFor(long);
    expect(await findBarriers(page)).toEqual([]);
    await eventually(
      'it is stopped',
      () => callApi<{ settled: boolean }>('GET', `/environments/${lab.slug}/${own.environment}`),
      ({ settled }) => settled,
    );
    await page.goto('/');
    await page.getByRole('button', { name: 'Start Firewall basics' }).click();
    await page.locator('.xterm-rows:visible').first().waitFor(long);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('button', { name: 'Check page is there' }).click();
    await page.getByText('2 earlier tries').waitFor(long);
    await page.getByText('passed', { exact: true }).first().waitFor();
  });

  test('takes a later release when it suits, and keeps the work', async () => {
    await callApi('PUT', `/environments/${lab.slug}/dev/blueprint`, {
      blueprint: blueprint.replace('All is done.', 'All is mended.'),
      allowDataLoss: false,
    });
    // Otherwise only the text would be another, which needs nobody's yes.
    await labcastOk(['exec', lab.slug, 'web', '--', 'touch', '/root/of-the-later-release']);
    const release = await makeRelease(lab);
    await callApi('POST', `/assignments/${lab.slug}/rollouts`, {
      kind: 'update',
      when: 'at-first-open',
    });
    await page.getByText(`Release r${release} of this lab is there.`).waitFor(long);
    expect(await findBarriers(page, '.xterm')).toEqual([]);
    await page.getByRole('button', { name: 'Update now' }).click();
    await page.getByText(`Release r${release} of this lab is there.`).waitFor({
      state: 'detached',
      ...long,
    });
    await isReady(lab, own.environment);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByText('All is mended.').waitFor(long);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByRole('button', { name: 'Check page is there' }).click();
    await page.getByText('3 earlier tries').waitFor(long);
    await page.getByText('passed', { exact: true }).first().waitFor();
  });

  test('finds what the dialog of keys promises, once out of the console', async () => {
    await page.locator('.xterm:visible .xterm-helper-textarea').first().focus();
    await page.keyboard.press('Control+Alt+Shift');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
    await page.keyboard.press('f');
    const leave = page.getByRole('button', { name: 'Leave full screen' });
    await leave.waitFor();
    await page.keyboard.press('Control+Alt+Shift');
    const full = page.getByRole('button', { name: 'Full', exact: true });
    // The machine takes the focus once it fills the screen, whenever that is.
    await eventually(
      'it is left by a press',
      async () => {
        if (await leave.isVisible()) await leave.press('Enter');
        return full.isVisible();
      },
      Boolean,
    );
    await full.focus();
    await page.keyboard.press('k');
    await page.getByText('4 earlier tries').waitFor(long);
    await page.keyboard.press('1');
    await page.waitForURL(/console=web\.terminal/);
  });
});

describe('others', () => {
  const paths = () => {
    const place = `${lab.slug}/${own.environment}`;
    const long = `/assignments/${lab.slug}/environments/${own.environment}`;
    return [
      `/labs/${own.id}`,
      `/environments/${place}`,
      `/environments/${place}/log`,
      `/environments/${place}/blueprint`,
      `/environments/${place}/usage`,
      `/environments/${place}/elements/web/files`,
      `/environments/${place}/elements/web/logs`,
      `/environments/${place}/elements/web/viewers`,
      `/environments/${place}/elements/web/terminal`,
      `/environments/${place}/exec?element=web&command=true`,
      `${long}/checks`,
    ];
  };

  test('learn nothing: a fellow student gets what is not there, a stranger is to sign in', async () => {
    const other = await newPage(browser);
    await signIn(other, fellow);
    for (const path of paths()) {
      expect((await other.request.get(`/api/v1${path}`)).status(), path).toBe(404);
      expect((await fetch(`${baseUrl}/api/v1${path}`)).status, path).toBe(401);
    }
    expect((await labsOf(other)).labs).toEqual([]);
    await other.goto(`/labs/${own.id}`);
    await other.getByText('There is no such lab.').waitFor();
    await other.context().close();
  });

  test('get no socket either', async () => {
    const other = await newPage(browser);
    await signIn(other, fellow);
    const code = await other.evaluate(async (path) => {
      const url = new URL(path, location.href);
      url.protocol = 'ws:';
      const socket = new WebSocket(url);
      return new Promise<string>((resolve) => {
        socket.addEventListener('open', () => resolve('open'));
        socket.addEventListener('error', () => resolve('refused'));
      });
    }, `/api/v1/environments/${lab.slug}/${own.environment}/elements/web/terminal`);
    expect(code).toBe('refused');
    await other.context().close();
  });
});
