import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callApi } from './support/api.ts';
import { createAccount, newPage, openBrowser, signIn } from './support/browser.ts';
import { deployTo, openDev } from './support/classroom.ts';
import { removeCourse, terminalText, typeCommand, type Assignment } from './support/design.ts';
import { openDeskEditor } from './support/deskEditor.ts';
import { labcastOk, run } from './support/labcast.ts';
import { addToCourse } from './support/people.ts';
import { makeRelease } from './support/pipeline.ts';
import { eventually } from './support/views.ts';
import { observeWorld } from './support/world.ts';

const blueprint = `version: 1
title: Firewall basics
networks:
  lan: { subnet: 10.10.0.0/24, internet: true }
elements:
  web: { kind: container, image: debian-12, memory: 256MiB }
  desk: { kind: container, image: desktop, memory: 1GiB }
`;
const long = { timeout: 240_000 };

let browser: Browser;
let lab: Assignment;
let place: string;
/** Of the student. */
let page: Page;
let instructor: Page;

beforeAll(async () => {
  browser = await openBrowser();
  lab = await openDev(blueprint);
  const student = await createAccount(false);
  await addToCourse(lab.course, student, 'student');
  await makeRelease(lab);
  const { targets } = await deployTo(lab, { people: [student.login] });
  place = targets[0]!.environment;
  page = await newPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  await signIn(page, student);
  instructor = await newPage(browser, { acceptDownloads: true });
  await signIn(instructor, await createAccount());
}, 900_000);
afterAll(async () => {
  await removeCourse(lab);
  await browser.close();
}, 300_000);

const classPath = () => `/assignments/${lab.slug}/class`;
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
const copyHere = (text: string) =>
  page.evaluate((words) => navigator.clipboard.writeText(words), text);

async function setExam(isOn: boolean): Promise<void> {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const exam = { startsAt: inHours(-1), endsAt: inHours(1) };
  await callApi('PUT', `${classPath()}/policy`, isOn ? { exam } : {});
}

async function openConsole(name: 'web/terminal' | 'desk/screen'): Promise<void> {
  await page.goto(`/c/${lab.slug}.${place}/${name}`);
  await page.locator('.xterm-rows:visible, canvas:visible').last().waitFor(long);
}

/** Selects the line that says it, which copies, and copies by keys as well. */
async function copyFromTerminal(word: string): Promise<void> {
  await typeCommand(page, `clear; echo ${word}`, new RegExp(`^${word}`, 'm'));
  // The terminal takes the mouse for all of its lines together.
  const line = page
    .locator('.xterm-rows > div:visible')
    .filter({ hasText: new RegExp(`^${word}`) });
  const { x, y, height } = (await line.first().boundingBox())!;
  await page.mouse.click(x + 20, y + height / 2, { clickCount: 3 });
  await page.keyboard.press('Control+Shift+C');
}

describe('in an exam', { timeout: 400_000 }, () => {
  test('text goes into a terminal and none out of it', async () => {
    await setExam(true);
    await openConsole('web/terminal');
    await copyHere('echo brought-$((40+2))');
    await copyFromTerminal('secret-answer');
    const tools = page.getByRole('toolbar', { name: 'Tools of web terminal' });
    expect(await tools.getByRole('button', { name: 'Copy' }).isDisabled()).toBe(true);
    expect(await clipboard()).toBe('echo brought-$((40+2))');
    await tools.getByRole('button', { name: 'Paste' }).click();
    // The page reads the clipboard first: Enter could come before the text.
    await eventually(
      'it was pasted',
      () => terminalText(page),
      (text) => text.includes('echo brought-$((40+2))'),
    );
    await page.keyboard.press('Enter');
    await eventually(
      'it ran',
      () => terminalText(page),
      (text) => text.includes('brought-42'),
    );
  });

  test('text goes into a desktop and none out of it', async () => {
    await openConsole('desk/screen');
    await copyHere('from outside');
    const editor = await openDeskEditor(page, `${lab.handle}/${place}`, 'secret answer');
    await editor.selectAll();
    await page.keyboard.press('Control+c');
    await page.getByRole('button', { name: 'Clipboard' }).click();
    await page.getByText('This is an exam: text goes into the machine').waitFor();
    expect(await page.getByLabel('Copied last in the machine').count()).toBe(0);
    await page.getByLabel('Text for the machine').fill('brought in');
    await page.getByRole('button', { name: 'Put into its clipboard' }).click();
    await page.keyboard.press('Escape');
    await page.getByLabel('Text for the machine').waitFor({ state: 'hidden' });
    await editor.selectAll();
    expect(await clipboard()).toBe('from outside');
  });

  test('the same deeds copy once it is over', async () => {
    await setExam(false);
    await openConsole('web/terminal');
    await copyFromTerminal('public-answer');
    await eventually('it was copied', clipboard, (text) => text.startsWith('public-answer'));
  });
});

describe('frozen work', { timeout: 400_000 }, () => {
  test('is opened from the page to be read, and its files are taken away', async () => {
    await typeCommand(page, 'echo "my answer" > answer.txt; ls', /answer\.txt/);
    await callApi('POST', `${classPath()}/freeze`, { environments: [place] });
    await instructor.goto(`/a/${lab.slug}/class?student=${place}`);
    const drawer = instructor.getByRole('dialog');
    const before = (await observeWorld()).egress;
    await drawer.getByRole('button', { name: 'Open the frozen copy to read' }).click(long);
    await drawer.getByRole('link', { name: 'Look at it' }).waitFor(long);
    // No internet, or what was written could reach somebody.
    expect((await observeWorld()).egress.filter((one) => !before.includes(one))).toEqual([]);
    const [download] = await Promise.all([
      instructor.waitForEvent('download', long),
      drawer.getByRole('link', { name: 'Export web' }).click(),
    ]);
    const archive = await download.path();
    expect((await readFile(archive)).length).toBeGreaterThan(0);
    const { stdout } = await run('tar', ['-xzOf', archive, '--wildcards', '*answer.txt']);
    expect(stdout).toBe('my answer\n');
  });

  test('of the copy a terminal shows it', async () => {
    const [copy] = await Promise.all([
      opened(instructor.context()),
      instructor.getByRole('link', { name: 'Look at it' }).click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await typeCommand(copy, 'cat ~/answer.txt /home/*/answer.txt 2>/dev/null', /^my answer/m);
    await copy.close();
  });

  test('is opened as a running copy, and itself stays as it was', async () => {
    const before = (await observeWorld()).egress;
    const drawer = instructor.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Open a running copy' }).click();
    await eventually(
      'the copy has internet',
      () => observeWorld(),
      ({ egress }) => egress.some((one) => !before.includes(one)),
    );
    await drawer.getByRole('link', { name: 'Look at it' }).waitFor(long);
    const copy = `${lab.handle}/${place}-frozen`;
    await labcastOk([
      'exec',
      copy,
      'web',
      '--',
      'sh',
      '-c',
      'rm /home/*/answer.txt || rm ~/answer.txt',
    ]);
    const frozen = await callApi<{ wanted: string }>('GET', `/environments/${lab.slug}/${place}`);
    expect(frozen.wanted).toBe('stopped');
  });
});

function opened(context: BrowserContext): Promise<Page> {
  return context.waitForEvent('page');
}
